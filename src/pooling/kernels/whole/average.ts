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
    end: ({ doubles }, results, first, blocks) => {
      for (let block = 0; block < blocks; block++) {
        let isUsable = true;
        for (let float = 0; float < width; float++) {
          let total = 0;
          for (let lane = float; lane < sums; lane += width)
            total += doubles[results / 8 + block * sums + lane] ?? 0;
          const mean = total / divisor;
          output[(first + block) * width + float] = mean;
          isUsable &&= Number.isFinite(mean);
        }
        if (!isUsable) doubtful.push(first + block);
      }
    },
  });
  return doubtful;
}
