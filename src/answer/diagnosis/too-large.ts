import type { FrameworkId } from '../../frameworks/index.ts';
import type { Shape } from '../../pooling/index.ts';
import type { LayerCall } from '../../question/index.ts';
import { windowOfCall } from './call.ts';
import type { Told } from './told.ts';
import type { TooLarge } from './window.ts';

interface Beside {
  readonly framework: FrameworkId;
  readonly reduce: 'max' | 'average';
  readonly text: string;
  /** An input and a call that the asker names. */
  readonly around: Shape | null;
  readonly call: LayerCall | null;
}

/** What a message on a window that does not fit tells of the window and of the map, completed by what stands beside it. */
export function tooLarge(
  id: string,
  told: Told,
  { framework, reduce, text, around, call }: Beside,
): TooLarge {
  const { number, shape, word } = told;
  const torch = framework === 'torch';
  const beside = windowOfCall(call ?? undefined);
  const channelsFirst = /^nc/i.test(word('layout') ?? '');
  const rank = Number(
    /pool(?:ing)?(\d)d/i.exec(`${word('layer') ?? ''} ${call?.layer.name ?? ''} ${text}`)?.[1] ?? 2,
  );
  const overInput = id === 'window-over-input';
  const input = torch
    ? overInput
      ? planeOf(shape('input'))
      : (shape('input') ?? unbatched(around, call))
    : (shape('input') ?? around);
  const ends = channelsFirst ? [2] : [1, -1];
  const window =
    shape('ksize')?.slice(...ends) ?? shape('window') ?? one(number('window')) ?? one(beside?.window ?? null);
  // A call that is written beside the message is the one that failed only if it has the message's window.
  const same = beside !== null && (window?.every((size) => size === beside.window) ?? false);
  const stride = shape('step')?.slice(...ends) ?? shape('strides') ?? one(same ? beside.stride : null);
  return {
    framework: torch ? 'torch' : 'keras',
    input: input ?? exampleOf(torch, rank, number('size')),
    sizeTold: input !== null || number('size') !== null,
    extent: overInput ? 'map' : input ? 'whole' : 'example',
    window,
    stride,
    rank: overInput ? (shape('input')?.length ?? 3) : (rankOf(input, torch) ?? rank),
    reduce: overInput ? 'average' : reduce,
    channelsFirst,
    beforePadding: overInput,
  };
}

const one = (size: number | null): Shape | null => (size === null ? null : [size]);

/** One channel stands for all where a message names the sizes of the map alone. */
const planeOf = (sizes: Shape | null): Shape | null => (sizes ? [1, ...sizes] : null);

const rankOf = (input: Shape | null, torch: boolean): number | null =>
  input && input.length > 2 ? input.length - (torch ? 1 : 2) : null;

/** PyTorch's messages show one image's plane. */
function unbatched(around: Shape | null, call: LayerCall | null): Shape | null {
  const rank = call?.layer.rank ?? 2;
  return around && around.length === rank + 2 ? around.slice(1) : around;
}

/** A map of the size that the message tells, or one that has no second cell. */
function exampleOf(torch: boolean, rank: number, size: number | null): Shape {
  const sizes = Array.from({ length: rank }, () => size ?? 1);
  return torch ? [64, ...sizes] : [null, ...sizes, 64];
}
