import { wrongChannels } from '../channels.ts';
import { wrongCount } from '../count.ts';
import type { Diagnosis } from '../diagnosis.ts';
import { featuresMismatch } from '../features.ts';
import { knownMessage } from '../known/index.ts';
import type { Reading } from './reading.ts';

/** Messages on how many numbers or channels a layer was built for. */
export function ofFeatures(reading: Reading): Diagnosis | null {
  const { id, home, number, shape } = reading;
  switch (id) {
    case 'linear-mismatch':
      return linear(reading);
    case 'parameter-shape':
      return parameter(reading);
    case 'loaded-weights':
      return loaded(reading);
    case 'channel-mismatch': {
      const [expected, found] = [number('expected'), number('found')];
      return expected === null || found === null ? null : channels(reading, expected, found);
    }
    case 'reshape': {
      const row = number('row');
      const [wanted, size] = [shape('shape') ?? (row === null ? null : [null, row]), number('size')];
      return wanted && size !== null ? wrongCount(size, wanted, home) : null;
    }
    default:
      return null;
  }
}

function linear(reading: Reading): Diagnosis {
  const { framework, message, number, shape } = reading;
  const [input, weight] = [shape('input'), shape('weight')];
  const expected = number('expected') ?? weight?.[0] ?? null;
  // Keras says the same of a convolution's channels.
  if (input && input.length > 2 && expected !== null && !/dense|matmul/i.test(message))
    return channels(reading, expected, input.at(-1) ?? 0);
  const features = featuresMismatch({
    framework,
    rows: input?.[0] ?? null,
    arriving: number('arriving') ?? input?.at(-1) ?? null,
    expected,
    units: weight?.[1] ?? null,
  });
  return expected === null ? { ...features, fixes: knownMessage(reading).fixes } : features;
}

/** Flax names first the shape that is stored, then the one that this input asks for. */
function parameter(reading: Reading): Diagnosis | null {
  const [stored, needed] = [reading.shape('stored') ?? [], reading.shape('needed') ?? []];
  const [expected, arriving] = [stored.at(-2) ?? null, needed.at(-2) ?? null];
  if (stored.length !== needed.length || expected === null || arriving === null) return null;
  if (stored.length > 2) return channels(reading, expected, arriving);
  const { framework } = reading;
  return featuresMismatch({ framework, rows: null, arriving, expected, units: stored[1] ?? null });
}

/** Saved weights that were trained on another number of inputs; another number of classes is no matter of sizes. */
function loaded({ framework, shape }: Reading): Diagnosis | null {
  const [stored, built] = [shape('stored') ?? [], shape('built') ?? []];
  const [arriving, expected] = [built[1] ?? null, stored[1] ?? null];
  return stored.length === 2 && built.length === 2 && arriving !== expected
    ? featuresMismatch({ framework, rows: null, arriving, expected, units: built[0] ?? null })
    : null;
}

const channels = ({ id, framework, shape }: Reading, expected: number, found: number): Diagnosis =>
  wrongChannels({
    expected,
    found,
    input: shape('input'),
    weight: id === 'channel-mismatch' ? shape('weight') : null,
    framework,
  });
