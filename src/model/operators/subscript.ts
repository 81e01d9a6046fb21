import type { GivenArguments, PythonValue } from '../../frameworks/index.ts';
import type { Dimension, Shape } from '../../pooling/index.ts';
import { effect, lost, weightless } from '../define.ts';
import type { Effect, ModelFramework, ModelLayer } from '../layer.ts';
import { type Problem, problem } from '../problem.ts';
import { printShape } from '../shape/dimensions.ts';

/** A part of a tensor: `x[:, -1]`, each entry as it was written. */
const subscript = (framework: ModelFramework): ModelLayer => ({
  framework,
  name: '[]',
  aliases: [],
  rank: null,
  pools: false,
  documentation: 'https://numpy.org/doc/stable/user/basics.indexing.html',
  apply(given, [input]) {
    const entries = given.map(({ value }) => (value.type === 'str' ? value.value : '?'));
    const result = picked(entries, input);
    return result.ok ? { ...result, args: argsOf(given) } : result;
  },
});

const argsOf = (given: GivenArguments): Readonly<Record<string, PythonValue>> =>
  Object.fromEntries(given.map(({ value }, at) => [String(at), value]));

/** Basic indexing as NumPy defines it: a number takes its axis away, a slice shortens it, None adds one. */
function picked(entries: readonly string[], input: Shape): Effect | Problem {
  const taking = entries.filter((entry) => entry !== 'None' && entry !== '...').length;
  if (taking > input.length) {
    const advice = `${printShape(input)} has ${input.length} axes, and ${taking} are indexed.`;
    return problem('wrong-rank', 'call', { message: 'too many indices', exception: 'IndexError' }, advice);
  }
  const all = Array<string>(input.length - taking).fill(':');
  const dots = entries.indexOf('...');
  const full =
    dots < 0 ? [...entries, ...all] : [...entries.slice(0, dots), ...all, ...entries.slice(dots + 1)];
  const output: Dimension[] = [];
  let axis = 0;
  for (const entry of full) {
    if (entry === 'None') {
      output.push(1);
      continue;
    }
    const size = input[axis] ?? null;
    axis += 1;
    if (/^-?\d+$/.test(entry)) {
      const outside = size !== null && (Number(entry) >= size || Number(entry) < -size);
      if (outside) return outOfBounds(Number(entry), axis - 1, size);
      continue;
    }
    const length = lengthOf(entry, size);
    if (length === 'unread') {
      return problem('unknown-value', 'call', null, `I can't read the index ${entries.join(', ')}.`);
    }
    output.push(length);
  }
  return effect(output, weightless, lost);
}

function outOfBounds(index: number, axis: number, size: number): Problem {
  const message = `index ${index} is out of bounds for dimension ${axis} with size ${size}`;
  const advice = `Axis ${axis} has ${size} cells, numbered from 0 to ${size - 1}.`;
  return problem('out-of-range', 'call', { message, exception: 'IndexError' }, advice);
}

/** How many cells `start:stop:step` takes of an axis; open where the axis is. */
function lengthOf(slice: string, size: Dimension): Dimension | 'unread' {
  const parts = /^(-?\d*):(-?\d*)(?::(\d*))?$/.exec(slice);
  if (parts === null) return 'unread';
  const [, start = '', stop = '', step = ''] = parts;
  const stride = step === '' ? 1 : Number(step);
  if (stride < 1) return 'unread';
  if (size === null) return null;
  const place = (written: string, fallback: number): number => {
    if (written === '') return fallback;
    const at = Number(written);
    return Math.min(size, Math.max(0, at < 0 ? at + size : at));
  };
  return Math.max(0, Math.ceil((place(stop, size) - place(start, 0)) / stride));
}

export const subscripts: readonly ModelLayer[] = [subscript('keras'), subscript('torch')];
