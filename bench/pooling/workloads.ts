import type { Layout } from '../../src/pooling/index.ts';
import type { Workload } from './workload.ts';

type Reduce = Workload['reduce'];

/** The shape as `1x64x112x112`, channels in front; channels_last moves them to the end. */
function on(shape: string, layout: Layout): readonly number[] {
  const [batch = 1, channels = 1, ...lengths] = shape.split('x').map(Number);
  return layout === 'channels_first' ? [batch, channels, ...lengths] : [batch, ...lengths, channels];
}

function sliding(reduce: Reduce, kernel: number, stride: number, padding: number, shape: string): Workload {
  const rank = shape.split('x').length - 2;
  const size = Array(rank).fill(kernel).join('x');
  const pad = padding > 0 ? ` pad ${padding}` : '';
  return {
    name: `${reduce} ${size}/${stride}${pad} on ${shape}`,
    reduce,
    layout: 'channels_first',
    type: 'float32',
    shape: on(shape, 'channels_first'),
    window: { kernel, stride, padding },
  };
}

function global(reduce: Reduce, shape: string): Workload {
  return {
    name: `global ${reduce} on ${shape}`,
    reduce,
    layout: 'channels_first',
    type: 'float32',
    shape: on(shape, 'channels_first'),
    window: 'global',
  };
}

function channelsLast(workload: Workload): Workload {
  const [batch = 1, channels = 1, ...lengths] = workload.shape;
  return {
    ...workload,
    name: `${workload.name}, channels_last`,
    layout: 'channels_last',
    shape: [batch, ...lengths, channels],
  };
}

function bytes(workload: Workload): Workload {
  return { ...channelsLast(workload), name: `${workload.name}, uint8 image`, type: 'uint8' };
}

const image = '1x3x2160x3840';

const main: readonly Workload[] = [
  sliding('average', 2, 2, 0, '1x64x112x112'),
  sliding('maximum', 3, 2, 1, '1x64x112x112'),
  sliding('average', 3, 1, 1, '1x192x35x35'),
  global('average', '1x1024x7x7'),
  global('average', '32x1024x7x7'),
  global('average', '32x2048x7x7'),
  global('average', image),
  sliding('average', 16, 8, 0, image),
  {
    ...global('average', '1x512x30x30'),
    name: 'adaptive average to 7x7 on 1x512x30x30',
    window: { size: 7 },
  },
  sliding('average', 2, 2, 0, '1x32x16x56x56'),
  sliding('maximum', 4, 4, 0, '8x64x16384'),
  sliding('average', 31, 1, 0, '1x8x512x512'),
  sliding('maximum', 31, 1, 0, '1x8x512x512'),
];

const windows = [3, 7, 15, 63].flatMap((kernel) => [
  sliding('average', kernel, 1, 0, '1x8x512x512'),
  sliding('maximum', kernel, 1, 0, '1x8x512x512'),
]);

export const workloads: readonly Workload[] = [
  ...main,
  ...windows,
  sliding('average', 2, 2, 0, '1x4x4x4'),
  ...main.map(channelsLast),
  bytes(global('average', image)),
  bytes(sliding('average', 2, 2, 0, image)),
  bytes(sliding('average', 16, 8, 0, image)),
  bytes(sliding('maximum', 3, 2, 1, image)),
];

/** The workloads of the project's speed goal against ONNX Runtime. */
export const goalNames: ReadonlySet<string> = new Set(main.map(({ name }) => name));
