import type { Example, ImagePair, LocalGlobal, Result } from '../answer/index.ts';
import type { Field, Trace } from '../model/index.ts';
import {
  adaptiveInput,
  comparisonInput,
  drawAdaptive,
  drawGlobalVersusLocal,
  drawGradient,
  drawLocal,
  drawReceptiveField,
  drawShapes,
  drawTrace,
  gradientInput,
  localInput,
  mapShape,
  type Picture,
  traceInput,
} from '../picture/index.ts';
import type { Block } from '../reply/index.ts';
import { formatCall, formatShortCall } from './format.ts';
import type { Plane } from './plane.ts';

/** One layer at work on a small map, with its first window lit; on a large one, the shapes before and after. */
export function resultPicture(result: Result, plane: Plane | null): readonly Block[] {
  const { configuration, operation, input, output } = result;
  const layer = formatCall(configuration);
  const drawn = plane ? planePicture(layer, plane) : null;
  if (drawn) return [block(drawn)];
  const before = mapShape(operation.axes, input.shape);
  return [block(drawShapes({ layer, before, after: mapShape(operation.axes, output.full) }))];
}

/** Both poolings of one channel, side by side. */
export function comparisonPicture({ local, global, example, channels }: LocalGlobal): readonly Block[] {
  const plane = (result: Result, shown: Example) => ({
    ...shown,
    layer: formatShortCall(result.configuration),
  });
  const input = comparisonInput(plane(local, example.local), plane(global, example.global), channels);
  return input ? [block(drawGlobalVersusLocal(input))] : [];
}

function planePicture(layer: string, plane: Plane): Picture | null {
  const pooled = { ...plane, layer };
  const adaptive = adaptiveInput(pooled);
  if (adaptive) return drawAdaptive(adaptive);
  const local = localInput(
    pooled,
    plane.input.shape.map(() => 0),
  );
  return local ? drawLocal(local) : null;
}

/** The model as a strip that narrows with the maps; nothing for a model that fails at once. */
export function tracePicture(trace: Trace): readonly Block[] {
  const input = traceInput(trace);
  return input ? [block(drawTrace(input))] : [];
}

/** What one cell sees, as an area on the image. */
export function fieldPicture(
  after: string,
  image: readonly [number, number],
  { axes }: Field,
): readonly Block[] {
  const [height, width] = axes;
  if (!height || !width) return [];
  return [block(drawReceptiveField({ after, image, axes: [height, width] }))];
}

/** What flows back through one map, the first output cell's share followed. */
export function gradientPicture(
  layer: string,
  plane: Plane,
  upstream: Float64Array,
  gradient: Float64Array,
): readonly Block[] {
  const cell = plane.input.shape.map(() => 0);
  const arriving = { shape: plane.output.shape, data: upstream };
  const back = { shape: plane.input.shape, data: gradient };
  const input = gradientInput({ ...plane, layer }, arriving, back, cell);
  return input ? [block(drawGradient(input))] : [];
}

const block = ({ alt, draw }: Picture): Block => ({ kind: 'picture', alt, draw });

/** An attached picture before and after pooling, in proportion to each other. */
export function imagesPicture({ before, after }: ImagePair, layer: string): Block {
  const width = 520;
  const gap = 16;
  const scale = (width - gap) / (before.width + after.width);
  const height = Math.ceil(Math.max(before.height, after.height) * scale);
  const image = ({ width: w, height: h, png }: ImagePair['before'], x: number) =>
    `<image x="${x}" y="0" width="${w * scale}" height="${h * scale}" href="data:image/png;base64,${png}"/>`;
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    image(before, 0),
    image(after, before.width * scale + gap),
    '</svg>',
  ].join('');
  const alt = `The attached picture, ${before.height} × ${before.width}, and beside it the same after ${layer}, ${after.height} × ${after.width}.`;
  return block({ alt, draw: () => ({ svg, width, height }) });
}
