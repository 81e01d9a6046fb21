import type { Machine } from '../machine.ts';
import type { Numbers } from '../numbers.ts';
import type { WholeMap } from './map.ts';
import { eachPiece } from './pieces.ts';

/** Narrow cells are added up this many side by side. */
const sideBySide = 16;

/** Averages whole maps; returns the blocks of which a mean came out not finite. */
export function averageWhole(
  map: WholeMap,
  divisor: number,
  input: Numbers,
  output: Float32Array,
): readonly number[] {
  const { width } = map;
  const lanes = width > 1 && width < sideBySide ? sideBySide : 1;
  const sums = lanes * width;
  const doubtful: number[] = [];
  eachPiece(map, input, 8 * sums, {
    begin: ({ doubles }, results, blocks) => doubles.fill(0, results / 8, results / 8 + blocks * sums),
    add: ({ sumRows, sumCells }, src, results, blocks, cells) => {
      if (width === 1) {
        sumRows(src, results, blocks, cells);
        return;
      }
      const rest = cells % lanes;
      for (let block = 0; block < blocks; block++) {
        const from = src + 4 * block * cells * width;
        const to = results + 8 * block * sums;
        sumCells(from, to, 1, (cells - rest) / lanes, sums);
        sumCells(from + 4 * (cells - rest) * width, to, 1, rest, width);
      }
    },
    end: (machine, results, first, blocks) => {
      if (lanes > 1) joinLanes(machine, results, blocks, lanes, width);
      const isStrange = machine.means(results, results, blocks * width, divisor) !== 0;
      const means = machine.floats.subarray(results / 4, results / 4 + blocks * width);
      output.set(means, first * width);
      if (isStrange) doubtful.push(...blocksNotFinite(means, width).map((block) => first + block));
    },
  });
  return doubtful;
}

/** Adds up the lanes of each block's sums; the totals of all blocks then stand one after the other. */
function joinLanes(
  { doubles }: Machine,
  results: number,
  blocks: number,
  lanes: number,
  width: number,
): void {
  const start = results / 8;
  const sums = lanes * width;
  for (let block = 0; block < blocks; block++) {
    for (let float = 0; float < width; float++) {
      let total = 0;
      for (let lane = float; lane < sums; lane += width) total += doubles[start + block * sums + lane] ?? 0;
      doubles[start + block * width + float] = total;
    }
  }
}

function blocksNotFinite(means: Float32Array, width: number): readonly number[] {
  return Array.from({ length: means.length / width }, (_, block) => block).filter(
    (block) => !means.subarray(block * width, (block + 1) * width).every(Number.isFinite),
  );
}
