import { isInput } from '../evaluate/tensor.ts';
import type { CodeArray, CodeShape, Flow } from '../program.ts';
import type { Reading } from '../reading.ts';
import type { Value } from '../value.ts';

type Given = CodeArray | CodeShape | null;

/** The array or shape that a flow stands for, as far as the code says. */
export function resolve(reading: Reading, flow: Flow): Given {
  switch (flow.from) {
    case 'array':
      return flow.array;
    case 'name':
      return reading.shapes.find(({ of }) => of === flow.name) ?? null;
    case 'call':
      return isInput(reading.calls[flow.call]) ? shapeIn(reading, flow.call) : null;
    case 'unread':
    case 'several':
      return null;
  }
}

/** The shape that stands among the arguments of a call: `Input(…)`, `input_shape=`. */
export function shapeIn(reading: Reading, index: number): CodeShape | null {
  const span = reading.calls[index]?.span;
  if (!span) return null;
  const inside = (shape: CodeShape): boolean =>
    shape.of === null && shape.span.start >= span.start && shape.span.end <= span.end;
  return reading.shapes.find(inside) ?? null;
}

/** The shape that the first layers name: `Input(…)` in front, or `input_shape=`. */
export function headShape(reading: Reading, layers: readonly Value[]): CodeShape | null {
  for (const layer of layers.slice(0, 2)) {
    const shape = layer.type === 'call' ? shapeIn(reading, layer.call) : null;
    if (shape) return shape;
  }
  return null;
}

/** `model.build((None, 28, 28, 1))`, `summary(model, (3, 32, 32))`, or the only array there is. */
export function builtFor(reading: Reading): Given {
  const told = reading.shapes.find(({ written }) => ['build', 'summary', 'input_size'].includes(written));
  const [only, ...others] = reading.landed;
  return told ?? (only && others.length === 0 ? only.array : null);
}
