import { python } from '../../../frameworks/index.ts';
import type { Dimension, Layout, ReceptiveStep, Shape, SpatialRank } from '../../../pooling/index.ts';
import { anything, positive } from '../../arguments/kinds.ts';
import { effect, lost, weightless } from '../../define.ts';
import type { ModelLayer } from '../../layer.ts';
import { type Problem, problem, valueError } from '../../problem.ts';
import { printShape, whenKnown } from '../../shape/dimensions.ts';
import { channelsOf, lengthsOf, planeOf, withPlane } from '../../shape/plane.ts';
import { kerasLayer } from '../callee.ts';
import { dataFormat, tuple } from '../kinds.ts';
import { axesOf, checkRank } from '../rank.ts';
import { type Margins, margins } from './margins.ts';

/** The same shape with other lengths. */
function resized(
  input: Shape,
  layout: Layout,
  rank: SpatialRank,
  resize: (axis: number) => (length: number) => number,
) {
  const plane = planeOf(layout, rank, input.length);
  const lengths = lengthsOf(input, plane).map((length, axis) => whenKnown(length, resize(axis)));
  return withPlane(input, plane, channelsOf(input, plane), lengths);
}

/** Cells that are added or cut off move the first one's place; `sign` is 1 for padding, -1 for cropping. */
function shifted(cells: Margins, sign: 1 | -1): ReceptiveStep {
  const ones = cells.map(() => 1);
  return {
    kind: 'window',
    kernel: ones,
    stride: ones,
    dilation: ones,
    begin: cells.map(([begin]) => sign * begin),
  };
}

function zeroPadding(rank: SpatialRank): ModelLayer {
  const name = `ZeroPadding${rank}D`;
  return kerasLayer(`reshaping_layers/zero_padding${rank}d`, {
    name,
    rank,
    arguments: { padding: margins(rank), data_format: dataFormat },
    infer({ padding, data_format }, [input]) {
      const wrongRank = checkRank(name, input, rank + 2, 'ndim', axesOf(rank));
      if (wrongRank !== null) return wrongRank;
      const output = resized(input, data_format, rank, (axis) => (length) => {
        const [begin, end] = padding[axis] ?? [0, 0];
        return length + begin + end;
      });
      return effect(output, weightless, shifted(padding, 1));
    },
  });
}

function cropping(rank: SpatialRank): ModelLayer {
  const name = `Cropping${rank}D`;
  return kerasLayer(`reshaping_layers/cropping${rank}d`, {
    name,
    rank,
    arguments: {
      cropping: margins(rank, rank === 2 ? python.int(0) : python.int(1)),
      ...(rank === 1 ? {} : { data_format: dataFormat }),
    },
    infer(args, [input]) {
      const { cropping: cut } = args;
      const layout: Layout = args.data_format ?? 'channels_last';
      const wrongRank = checkRank(name, input, rank + 2, 'ndim', axesOf(rank));
      if (wrongRank !== null) return wrongRank;
      const lengths = lengthsOf(input, planeOf(layout, rank, input.length));
      const left = (length: number, axis: number): number => {
        const [begin, end] = cut[axis] ?? [0, 0];
        return length - begin - end;
      };
      if (lengths.some((length, axis) => length !== null && left(length, axis) <= 0)) {
        return nothingLeft(cut, input, lengths);
      }
      const output = resized(input, layout, rank, (axis) => (length) => left(length, axis));
      return effect(output, weightless, shifted(cut, -1));
    },
  });
}

function nothingLeft(cut: Margins, input: Shape, lengths: readonly Dimension[]): Problem {
  const error = valueError(
    'Values in `cropping` argument should be smaller than the corresponding spatial dimension of the input. ' +
      `Received: input_shape=${printShape(input)}, cropping=(${cut.map(printShape).join(', ')})`,
  );
  return problem(
    'window-too-large',
    'shape',
    error,
    `Cropping leaves nothing of ${printShape(lengths)}: cut fewer cells.`,
  );
}

function upSampling(rank: SpatialRank): ModelLayer {
  const name = `UpSampling${rank}D`;
  return kerasLayer(`reshaping_layers/up_sampling${rank}d`, {
    name,
    rank,
    arguments: {
      size: tuple(rank, 2),
      ...(rank === 1 ? {} : { data_format: dataFormat }),
      ...(rank === 2 ? { interpolation: anything(python.str('nearest')) } : {}),
    },
    infer(args, [input]) {
      const layout: Layout = args.data_format ?? 'channels_last';
      const wrongRank = checkRank(name, input, rank + 2, 'ndim', axesOf(rank));
      if (wrongRank !== null) return wrongRank;
      const output = resized(input, layout, rank, (axis) => (length) => length * (args.size[axis] ?? 1));
      return effect(output, weightless, lost);
    },
  });
}

/** Preprocessing layers that make every image the same size. */
const fixedSize = (name: string, page: string, others: readonly string[]): ModelLayer =>
  kerasLayer(`preprocessing_layers/${page}`, {
    name,
    rank: 2,
    arguments: {
      height: positive(),
      width: positive(),
      ...Object.fromEntries(others.map((other) => [other, anything()])),
      data_format: dataFormat,
    },
    infer({ height, width, data_format }, [input]) {
      const plane = planeOf(data_format, 2, input.length);
      return effect(withPlane(input, plane, channelsOf(input, plane), [height, width]), weightless, lost);
    },
  });

const resizing = [
  'interpolation',
  'crop_to_aspect_ratio',
  'pad_to_aspect_ratio',
  'fill_mode',
  'fill_value',
  'antialias',
];
const ranks = [1, 2, 3] as const;

export const resizingLayers: readonly ModelLayer[] = [
  ...ranks.flatMap((rank) => [zeroPadding(rank), cropping(rank), upSampling(rank)]),
  fixedSize('Resizing', 'image_preprocessing/resizing', resizing),
  fixedSize('CenterCrop', 'image_preprocessing/center_crop', []),
  fixedSize('RandomCrop', 'image_augmentation/random_crop', ['seed']),
];
