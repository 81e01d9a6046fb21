import type { Shape } from '../../../pooling/index.ts';
import type { LayerCall } from '../../../question/index.ts';
import { windowOfCall } from '../call.ts';
import { convolutionTooLarge } from '../convolution.ts';
import type { Diagnosis } from '../diagnosis.ts';
import { paddingTooLarge } from '../padding.ts';
import { type TooLarge, windowTooLarge } from '../window.ts';
import type { Reading } from './reading.ts';

/** Messages on a window or a kernel that does not fit, and on padding that it does not take. */
export function ofWindow(reading: Reading): Diagnosis | null {
  const { id, framework, around, number, reduce, question } = reading;
  switch (id) {
    case 'negative-dimension':
    case 'output-not-positive':
    case 'output-too-small':
    case 'window-over-input':
      return isConvolution(reading) ? convolution(reading, 'keras') : windowTooLarge(tooLarge(reading));
    case 'convolution-too-large':
      return convolution(reading, framework === 'torch' ? 'torch' : 'keras');
    case 'padding-too-large': {
      const [padding, window] = [number('padding'), number('window')];
      const rank = Number(/pool(\d)d/i.exec(question.text)?.[1] ?? 2);
      return padding === null || window === null
        ? null
        : paddingTooLarge({ padding, window, dilation: number('dilation') ?? 1, reduce, rank }, around);
    }
    default:
      return null;
  }
}

/** TensorFlow says the same of a convolution's kernel as of a pooling window; the node names the operation. */
const isConvolution = ({ word }: Reading): boolean =>
  /conv(?!.{0,60}pool)/i.test(word('operation') ?? word('layer') ?? '');

function convolution({ shape }: Reading, framework: 'keras' | 'torch'): Diagnosis {
  const kernel = shape('kernel');
  const torch = framework === 'torch';
  return convolutionTooLarge({
    framework,
    input: shape('padded') ?? shape('input'),
    kernel: torch ? kernel : (kernel?.slice(0, -2) ?? null),
    filters: torch ? null : (kernel?.at(-1) ?? null),
  });
}

/** What a message tells of the window and of the map, completed by what stands beside it. */
function tooLarge({ id, framework, reduce, question, around, call, number, shape, word }: Reading): TooLarge {
  const torch = framework === 'torch';
  const beside = windowOfCall(call ?? undefined);
  const channelsFirst = /^nc/i.test(word('layout') ?? '');
  const rank = Number(
    /pool(?:ing)?(\d)d/i.exec(`${word('layer') ?? ''} ${call?.layer.name ?? ''} ${question.text}`)?.[1] ?? 2,
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
