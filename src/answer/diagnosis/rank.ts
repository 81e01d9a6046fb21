import type { FrameworkId } from '../../frameworks/index.ts';
import type { Shape } from '../../pooling/index.ts';
import { axesFixes, type Cause, isPooling, type WrongRank } from './axes.ts';
import type { Diagnosis } from './diagnosis.ts';
import { isChannelsFirst } from './layout.ts';

/** Keras' global layers by the axes they take, batch and channels included. */
const layersByAxes: Readonly<Record<number, string>> = {
  3: 'GlobalAveragePooling1D',
  4: 'GlobalAveragePooling2D',
  5: 'GlobalAveragePooling3D',
};

/** "expected ndim=4, found ndim=2": an axis is missing, or there is one too many. */
export function wrongRank(told: WrongRank): Diagnosis {
  const { expected, unbatched, input, framework } = told;
  const found = told.found ?? input?.length ?? null;
  const known = input?.length === found ? input : null;
  const cause = causeOf(expected, found, known, framework);
  const example = known ? null : exampleOf(expected, found, framework);
  const shape = known ?? example;
  return {
    kind: 'wrong-rank',
    expected,
    unbatched,
    found,
    input,
    cause,
    pools: isPooling(told),
    layerOfFound: isPooling(told) ? (layersByAxes[found ?? 0] ?? null) : null,
    fixes: shape ? axesFixes(told, shape, cause, known ? 'whole' : 'example') : [],
  };
}

function causeOf(expected: number, found: number | null, input: Shape | null, framework: FrameworkId): Cause {
  if (found === null) return 'unknown';
  if (found > expected) return 'too-many';
  if (expected < 3) return 'unknown';
  if (found <= 2 && expected >= 3) return 'flat';
  if (found !== expected - 1) return 'unknown';
  const [first = null, ...others] = input ?? [];
  if (!input) return 'no-batch';
  if (first === null) return 'no-channels';
  const channels = isChannelsFirst(framework) ? first : (others.at(-1) ?? 0);
  if (channels <= 4) return 'no-batch';
  return first > 4 && others.every((size) => size !== null && size > 4) && first !== others[0]
    ? 'no-channels'
    : 'no-batch';
}

/** An input with the axes that were found, where the message tells none: a picture, or what Flatten leaves of one. */
function exampleOf(expected: number, found: number | null, framework: FrameworkId): Shape | null {
  const first = isChannelsFirst(framework);
  if (found === 2) return first ? [8, 64] : [null, 64];
  if (found === 3 && expected === 4) return first ? [3, 224, 224] : [224, 224, 3];
  if (found === 3 && expected === 2) return [null, 10, 64];
  if (found === 4 && expected === 3) return first ? [1, 64, 7, 7] : [null, 7, 7, 64];
  return null;
}
