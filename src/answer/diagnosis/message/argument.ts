import { argument } from '../argument.ts';
import type { Diagnosis } from '../diagnosis.ts';
import { layerIn, type Reading } from './reading.ts';

const ids: ReadonlySet<string> = new Set([
  'missing-argument',
  'unrecognised-argument',
  'window-argument',
  'padding-argument',
  'data-format-argument',
  'output-size-argument',
  'attribute-size',
]);

/** Messages on an argument that a layer does not take. */
export function ofArgument({ id, told, question, call, word }: Reading): Diagnosis | null {
  if (!ids.has(id)) return null;
  return argument(
    {
      id,
      framework: told,
      argument: word('argument'),
      received: word('received'),
      value: word('value'),
      layer: word('layer') ?? layerIn(question.text) ?? call?.layer.name ?? null,
    },
    question,
  );
}
