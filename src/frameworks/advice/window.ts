import { sizes } from './sizes.ts';

interface TooLarge {
  /** What the framework calls the window. */
  readonly argument: string;
  readonly kernel: readonly number[];
  /** Cells that the window spans, dilation included. */
  readonly span: readonly number[];
  /** Input cells with the padding, per axis; null where open. */
  readonly room: readonly (number | null)[];
  readonly padded: boolean;
  /** A layer of the same framework that fits any size. */
  readonly instead: string | null;
}

/** What is too large for what, and the largest window that fits. */
export function windowTooLarge(facts: TooLarge): string {
  const { argument, kernel, span, room, padded, instead } = facts;
  const dilated = span.some((cells, axis) => cells !== kernel[axis]);
  const window = dilated
    ? `The window (${sizes(kernel)}, dilated to ${sizes(span)})`
    : `The window (${sizes(span)})`;
  const input = padded ? `the input with its padding (${sizes(room)})` : `the input (${sizes(room)})`;
  const fits = largestFit(facts);
  const ways = [
    fits === null ? null : `A ${argument} of ${fits} or less fits`,
    instead === null ? null : `${instead} takes any size`,
  ].filter((way) => way !== null);
  const wayOut = ways.length === 0 ? '' : ` ${ways.join('; ')}.`;
  return `${window} is larger than ${input}.${wayOut}`;
}

/** Per axis the largest kernel whose span fits; null where not even one cell does. */
function largestFit({ kernel, span, room }: TooLarge): string | null {
  const fits = kernel.map((cells, axis) => {
    const dilation = cells > 1 ? ((span[axis] ?? cells) - 1) / (cells - 1) : 1;
    const space = room[axis] ?? null;
    if (space === null || (span[axis] ?? cells) <= space) return cells;
    return Math.floor((space - 1) / dilation) + 1;
  });
  return fits.some((cells) => cells < 1) ? null : sizes(fits);
}
