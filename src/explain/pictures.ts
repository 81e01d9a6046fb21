import type { Example, LocalGlobal, Result } from '../answer/index.ts';
import {
  adaptiveInput,
  comparisonInput,
  drawAdaptive,
  drawGlobalVersusLocal,
  drawLocal,
  drawShapes,
  localInput,
  mapShape,
  type Picture,
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

const block = ({ alt, draw }: Picture): Block => ({ kind: 'picture', alt, draw });
