import type { Shape } from '../../../pooling/index.ts';
import type { Diagnosis } from '../diagnosis.ts';
import { wrongInput } from '../input.ts';
import { imagesDiffer, sizesDiffer } from '../joined.ts';
import { knownMessage } from '../known/index.ts';
import type { Reading } from './reading.ts';

/** Messages on arrays of different sizes, and on inputs of another size than the model's. */
export function ofSizes(reading: Reading): Diagnosis | null {
  const { id, home, number, shape } = reading;
  switch (id) {
    case 'concatenate': {
      const first = shape('first') ?? shape('target') ?? one(number('first'));
      const second = shape('second') ?? shape('tensor') ?? one(number('second'));
      return first && second ? sizesDiffer({ first, second, framework: home, axis: number('axis') }) : null;
    }
    case 'stack': {
      const [first, second] = [shape('first'), shape('second')];
      return first && second ? imagesDiffer(first, second) : null;
    }
    case 'wrong-input': {
      const [expected, found] = [shape('expected'), shape('found')];
      return expected && found ? wrongInput(expected, found) : null;
    }
    case 'wrong-size': {
      const both = (...names: readonly string[]) => names.map(number).filter((size) => size !== null);
      const { fixes } = knownMessage(reading);
      return {
        kind: 'wrong-input',
        expected: both('expected', 'nextExpected'),
        found: both('found', 'nextFound'),
        axis: number('axis'),
        swapped: false,
        fixes,
      };
    }
    default:
      return null;
  }
}

const one = (size: number | null): Shape | null => (size === null ? null : [size]);
