import type { Axes, AxisStep, Derivation } from '../pooling/index.ts';
import { axisNames } from './axes.ts';
import { formatSize } from './format.ts';

/**
 * One line for each pooled axis: the formula with its numbers put in, and what falls off or is padded at the border.
 * Formulas: Keras' and PyTorch's documentation of their pooling layers.
 */
export function derivationLines({ steps }: Derivation, axes: Axes): readonly string[] {
  const names = axisNames(axes);
  return steps.flatMap((step) => {
    const line = stepLine(step);
    return line === null ? [] : [`${names[step.axis] ?? `axis ${step.axis}`} ${line}`];
  });
}

function stepLine(step: AxisStep): string | null {
  switch (step.kind) {
    case 'kept':
      return null;
    case 'window':
      return step.input === null ? 'stays None: it is open' : windowLine(step, step.input);
    case 'global': {
      const cells =
        step.input === null ? 'cells, however many,' : step.input === 1 ? '1 cell' : `${step.input} cells`;
      const axis = step.output === null ? 'the axis goes away' : 'the axis stays with length 1';
      return `${cells} ${step.input === 1 ? 'becomes' : 'become'} one number; ${axis}`;
    }
    case 'adaptive':
      return adaptiveLine(step);
    case 'fractional':
      return `${formatSize(step.input)} → ${formatSize(step.output)}, with windows of ${step.kernel} at random places`;
    case 'unpool':
      return unpoolLine(step);
  }
}

function windowLine(step: AxisStep & { kind: 'window' }, input: number): string {
  const { kernel, stride, dilation, output, begin, end, same, rounding } = step;
  const reach = dilation === 1 ? `${kernel}` : `${dilation} · (${kernel} − 1) − 1`;
  const padding = (begin ?? 0) + (end ?? 0);
  const result = formatSize(output);
  if (same) return `⌈${input} / ${stride}⌉ = ${result}${padded(begin, end)}`;
  const span = `(${input}${padding === 0 ? '' : ` + ${padding}`} − ${reach}) / ${stride}`;
  const formula = rounding === 'floor' ? `⌊${span}⌋ + 1` : `⌈${span}⌉ + 1${step.droppedWindow ? ' − 1' : ''}`;
  return `${formula} = ${result}${dropped(step)}`;
}

function padded(begin: number | null, end: number | null): string {
  const sum = (begin ?? 0) + (end ?? 0);
  if (sum === 0) return ', no padding needed';
  return `, padded with ${begin ?? 0} before and ${end ?? 0} after`;
}

function dropped(step: AxisStep & { kind: 'window' }): string {
  const { droppedCells, droppedWindow } = step;
  const overhang = overhangOf(step);
  if (droppedWindow) return ' (the last window would start in the padding, so it is left out)';
  if (overhang > 0) return ' (the last window hangs over the border and is clipped)';
  if (droppedCells === 0) return '';
  return ` (the last ${droppedCells === 1 ? 'cell is' : `${droppedCells} cells are`} in no window)`;
}

function adaptiveLine({ input, output, bins }: AxisStep & { kind: 'adaptive' }): string {
  const sizes = `${formatSize(input)} → ${formatSize(output)}`;
  if (input === output) return `stays ${formatSize(output)}`;
  if (!bins || bins.length === 0 || bins.length > 8) return `${sizes}, as asked for`;
  return `${sizes}, in bins ${bins.map(([start, end]) => `${start}–${end - 1}`).join(', ')}`;
}

function unpoolLine({
  input,
  output,
  kernel,
  stride,
  begin,
  end,
  given,
}: AxisStep & { kind: 'unpool' }): string {
  if (given) return `${formatSize(input)} → ${formatSize(output)}, as output_size says`;
  const padding = begin + end === 0 ? '' : ` − ${begin + end}`;
  return `(${formatSize(input)} − 1) · ${stride}${padding} + ${kernel} = ${formatSize(output)}`;
}

/** Cells by which the last window reaches past the input and its padding; only rounding up lets it. */
function overhangOf({
  input,
  output,
  kernel,
  stride,
  dilation,
  begin,
  end,
}: AxisStep & { kind: 'window' }): number {
  if (input === null || output === null) return 0;
  const reach = (output - 1) * stride + dilation * (kernel - 1) + 1;
  return reach - (input + (begin ?? 0) + (end ?? 0));
}
