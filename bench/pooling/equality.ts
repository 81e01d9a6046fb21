import type { Workload } from './workload.ts';

/**
 * Throws unless two outputs of one workload are the same: maxima exactly, averages to `tolerance` of the numbers' size
 * (which is about 1, or 255 for bytes). Peers that add up long sums in single precision need some room, most of all for
 * bytes, which do not cancel out.
 */
export function expectSame(workload: Workload, ours: Float32Array, theirs: Float32Array, name: string): void {
  const tolerance = workload.reduce === 'maximum' ? 0 : workload.type === 'uint8' ? 1e-4 * 255 : 2e-5;
  if (ours.length !== theirs.length)
    throw new Error(`${name} gave ${theirs.length} numbers on ${workload.name}`);
  for (const [index, own] of ours.entries()) {
    const other = theirs[index] ?? Number.NaN;
    if (!(Math.abs(own - other) <= tolerance)) {
      throw new Error(`${workload.name}: ${name} gave ${other} at ${index}, not ${own}`);
    }
  }
}
