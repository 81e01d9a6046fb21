import type { Diagnosis } from '../diagnosis.ts';
import { knownMessage } from '../known/index.ts';
import { wrongRank } from '../rank.ts';
import { layerIn, type Reading } from './reading.ts';

/** Messages on the number of axes; an axis without cells is told as what it is. */
export function ofAxes(reading: Reading): Diagnosis | null {
  const { id, message, question, framework, around, call, number, shape, word } = reading;
  if (id !== 'ndim' && id !== 'input-rank') return null;
  if (shape('input')?.slice(1).includes(0)) return knownMessage({ ...reading, id: 'empty-map' });
  const expected = number('expected') ?? number('batched') ?? shape('kernel')?.length ?? null;
  const input = shape('input') ?? (number('found') === null ? around : null);
  const found = number('found') ?? input?.length ?? null;
  if (expected === null || (found === null && id === 'input-rank')) return null;
  return wrongRank({
    framework,
    expected,
    unbatched: number('unbatched'),
    found: found !== null && found >= 0 ? found : null,
    input: input ?? (around?.length === found ? around : null),
    call,
    name:
      word('layer') ?? layerIn(message) ?? (isOfConvolution.test(message) ? 'conv' : layerIn(question.text)),
  });
}

/** "4-dimensional weight", "received kernel of shape": the words of a convolution. */
const isOfConvolution = /-dimensional weight|kernel of shape/i;
