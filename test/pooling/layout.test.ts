import fc from 'fast-check';
import { expect, test } from 'vitest';
import { backward, forward, type PoolOperation, type Tensor } from '../../src/pooling/index.ts';
import { expectClose } from './expect-close.ts';
import { anyReduce, anyValue, cases } from './random-operations.ts';
import { coordinates, flat, get } from './slow-windows.ts';

/** Moves the channel axis of a channels_last tensor in front of its spatial axes. */
function toChannelsFirst(input: Tensor, lead: number): Tensor {
  const order = [...input.shape.keys()];
  const channel = order.splice(input.shape.length - 1, 1);
  order.splice(lead, 0, ...channel);
  const shape = order.map((axis) => get(input.shape, axis));
  const data = Float64Array.from(coordinates(shape), (coordinate) => {
    const source = input.shape.map((_, axis) => get(coordinate, order.indexOf(axis)));
    return get(input.data, flat(input.shape, source));
  });
  return { shape, data };
}

test('channels_last gives what channels_first gives, transposed; gradients too', () => {
  const channelsLast = cases(anyReduce, anyValue).filter(
    ({ operation: { axes } }) => axes.channels && axes.layout === 'channels_last',
  );
  fc.assert(
    fc.property(channelsLast, ({ operation, input }) => {
      const { lead } = operation.axes;
      const moved: PoolOperation = { ...operation, axes: { ...operation.axes, layout: 'channels_first' } };
      const { output } = forward(operation, input);
      const first = forward(moved, toChannelsFirst(input, lead));
      const expected = toChannelsFirst(output, lead);
      expect(first.output.shape).toEqual(expected.shape);
      expectClose(first.output.data, expected.data, 0);

      const upstream: Tensor = { shape: output.shape, data: output.data.map((_, index) => index - 3) };
      const gradient = backward(operation, input, upstream);
      const firstGradient = backward(moved, toChannelsFirst(input, lead), toChannelsFirst(upstream, lead));
      expectClose(firstGradient.data, toChannelsFirst(gradient, lead).data, 0);
    }),
    { numRuns: 200 },
  );
});
