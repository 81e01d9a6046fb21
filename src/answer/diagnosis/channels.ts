import type { FrameworkId } from '../../frameworks/index.ts';
import type { Shape } from '../../pooling/index.ts';
import type { Diagnosis } from './diagnosis.ts';
import { byHand, firstFixes } from './fix.ts';

/** Keras' message on the last axis of an image. */
export function channelsOf(input: Shape, expected: number, framework: FrameworkId): Diagnosis {
  return wrongChannels(expected, input.at(-1) ?? 0, input, framework);
}

/** A convolution was built for another number of channels than arrives. */
export function wrongChannels(
  expected: number,
  found: number,
  input: Shape | null,
  framework: FrameworkId,
): Diagnosis {
  const torch = framework === 'torch' || framework === 'onnx';
  const place = torch ? (input?.length ?? 0) - 3 : (input?.length ?? 0) - 1;
  const swapped =
    input !== null && input[torch ? input.length - 1 : place - 2] === expected && found !== expected;
  const batch = input?.slice(0, -3) ?? [];
  const [a = null, b = null, c = null] = input?.slice(-3) ?? [];
  const from = batch.length;
  const turned = torch ? [...batch, c, a, b] : [...batch, b, c, a];
  const order = torch ? [from + 2, from, from + 1] : [from + 1, from + 2, from];
  const all = [...batch.map((_, at) => at), ...order].join(', ');
  const fixes =
    !input || input.length < 3
      ? []
      : firstFixes(
          swapped
            ? byHand(
                torch ? 'channels-to-front' : 'channels-last',
                torch ? `x.permute(${all})` : `tf.transpose(x, (${all}))`,
                input,
                turned,
              )
            : [],
          expected === 3 && found === 1
            ? byHand(
                'add-channel',
                torch ? `x.repeat(${input.length === 4 ? '1, ' : ''}3, 1, 1)` : 'tf.repeat(x, 3, axis=-1)',
                input,
                input.map((size, at) => (at === place ? 3 : size)),
              )
            : [],
        );
  return { kind: 'wrong-channels', expected, found, input, swapped, fixes };
}
