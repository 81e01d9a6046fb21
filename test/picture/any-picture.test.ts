import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  comparisonInput,
  drawAdaptive,
  drawGlobalVersusLocal,
  drawGradient,
  drawLocal,
  drawOverlap,
  drawReceptiveField,
  drawShapes,
  drawTrace,
  drawUnpool,
  gradientInput,
  localInput,
  sweepsOf,
} from '../../src/picture/index.ts';
import { adaptiveBins, backward, type Tensor } from '../../src/pooling/index.ts';
import { average, bare, pool } from '../pooling/operations.ts';
import { expectLegible } from './legible.ts';
import { plane } from './planes.ts';
import { anyPlane } from './random-planes.ts';

const some = { numRuns: 30 };
const size = fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 5000 }));
const open = fc.oneof({ weight: 5, arbitrary: size }, fc.constant(null));
const name = fc.oneof(
  fc.constantFrom('conv1', 'GlobalAveragePooling2D(keepdims=True)', 'pool_1 <&>'),
  fc.string(),
);

test('any local window is legible', () => {
  fc.assert(
    fc.property(anyPlane, ({ plane, cell }) => {
      const input = localInput(plane, cell);
      if (input !== null) expectLegible(drawLocal(input));
    }),
    { numRuns: 80 },
  );
});

test('any comparison of local with global is legible', () => {
  fc.assert(
    fc.property(anyPlane, ({ plane: local }) => {
      const window = { kind: 'global', keepdims: false } as const;
      const operation = { ...local.operation, window };
      const input = comparisonInput(local, plane('GlobalAveragePooling2D()', operation, local.input), 3);
      if (input !== null) expectLegible(drawGlobalVersusLocal(input));
    }),
    some,
  );
});

test('any gradient is legible', () => {
  fc.assert(
    fc.property(anyPlane, ({ plane, cell }) => {
      const upstream: Tensor = { ...plane.output, data: plane.output.data.map((_, index) => index + 0.5) };
      const gradient = backward(plane.operation, plane.input, upstream);
      const input = gradientInput(plane, upstream, gradient, cell);
      if (input !== null) expectLegible(drawGradient(input));
    }),
    some,
  );
});

test('any overlap is legible', () => {
  fc.assert(
    fc.property(anyPlane, ({ plane }) => {
      const sweeps = sweepsOf(plane.operation, plane.input.shape);
      if (sweeps !== null && sweeps.length < 3) expectLegible(drawOverlap({ layer: plane.layer, sweeps }));
    }),
    some,
  );
});

test('any adaptive bins are legible', () => {
  const axis = fc.record({ input: size, output: fc.integer({ min: 1, max: 40 }) });
  fc.assert(
    fc.property(fc.array(axis, { minLength: 1, maxLength: 3 }), fc.boolean(), (axes, valued) => {
      const named = axes.map(({ input, output }, index) => ({
        name: `axis ${index}`,
        input,
        bins: adaptiveBins(input, output),
      }));
      const values =
        valued && axes.length === 1 ? { input: ramp(axes[0]?.input ?? 1), output: ramp(40) } : null;
      expectLegible(
        drawAdaptive({ layer: 'AdaptiveAvgPool2d((3, 2))', reduce: 'average', axes: named, values }),
      );
    }),
    some,
  );
});

test('any unpooling is legible', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 2 }), (shape) => {
      const count = shape.reduce((product, length) => product * length, 1);
      const larger = shape.map((length) => length * 2);
      const columns = larger.at(-1) ?? 1;
      const across = shape.at(-1) ?? 1;
      const indices = Array.from(
        { length: count },
        (_, index) =>
          Math.floor(index / across) * (shape.length === 1 ? 0 : 2) * columns + (index % across) * 2 + 1,
      );
      const data = new Float64Array(larger.reduce((product, length) => product * length, 1));
      for (const [index, place] of indices.entries()) data[place] = index / 3;
      const pooled = { shape, data: indices.map((_, index) => index / 3) };
      expectLegible(
        drawUnpool({ layer: 'MaxUnpool2d(2)', pooled, indices, output: { shape: larger, data } }),
      );
    }),
    some,
  );
});

test('any shapes are legible', () => {
  const map = fc.record({
    spatial: fc.array(open, { maxLength: 3 }),
    channels: fc.oneof(open, fc.constant('none' as const)),
  });
  fc.assert(
    fc.property(map, map, (before, after) => {
      expectLegible(drawShapes({ layer: 'MaxPooling2D(2)', before, after }));
    }),
    some,
  );
});

test('any chain of layers is legible', () => {
  const layer = fc.record({
    name,
    shape: fc.array(open, { maxLength: 4 }),
    side: open,
    pooling: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(layer, { minLength: 1, maxLength: 60 }), name, (layers, title) => {
      const input = { shape: [224, 224, 3], side: 224 };
      expectLegible(drawTrace({ title: `Model ${title}`, input, layers }));
    }),
    some,
  );
});

test('any receptive field is legible', () => {
  const axis = fc.record({ size: fc.oneof(size, fc.constant('all' as const)), jump: open });
  fc.assert(
    fc.property(fc.tuple(size, size), fc.tuple(axis, axis), (image, axes) => {
      expectLegible(drawReceptiveField({ after: 'block4_pool', image, axes }));
    }),
    some,
  );
});

test('an image of a million cells is drawn in part, without adding it up', () => {
  const operation = pool(bare(2), average, { kind: 'global', keepdims: true });
  const input = { shape: [1000, 1000], data: new Float32Array(1e6).fill(0.5) };
  const whole = plane('GlobalAveragePooling2D(keepdims=True)', operation, input);
  const local = localInput(whole, [0, 0]);
  expect(local).not.toBeNull();
  if (local !== null) expect(expectLegible(drawLocal(local)).labels.length).toBeLessThan(20);
});

function ramp(length: number): number[] {
  return Array.from({ length }, (_, index) => index - 1.5);
}
