import type { Numbers } from '../numbers.ts';
import type { WholeMap } from './map.ts';
import { eachPiece } from './pieces.ts';

/** Maxima of whole maps; returns the blocks with NaN, or with zeros of both signs that may have come in any order. */
export function maximumWhole(map: WholeMap, input: Numbers, output: Float32Array): readonly number[] {
  return map.width === 1 ? maximumRows(map, input, output) : maximumCells(map, input, output);
}

function maximumRows(map: WholeMap, input: Numbers, output: Float32Array): readonly number[] {
  const doubtful: number[] = [];
  eachPiece(map, input, 8, {
    begin: ({ floats, integers }, results, blocks) => {
      for (let block = 0; block < blocks; block++) {
        floats[results / 4 + 2 * block] = Number.NEGATIVE_INFINITY;
        integers[results / 4 + 2 * block + 1] = 0;
      }
    },
    add: ({ peakRows }, src, results, blocks, cells) => peakRows(src, results, blocks, cells),
    end: ({ floats, integers }, results, first, blocks) => {
      for (let block = 0; block < blocks; block++) {
        const peak = floats[results / 4 + 2 * block] ?? 0;
        const doubt = integers[results / 4 + 2 * block + 1] ?? 0;
        output[first + block] = peak;
        if (doubt > 1 || (doubt === 1 && peak === 0)) doubtful.push(first + block);
      }
    },
  });
  return doubtful;
}

function maximumCells(map: WholeMap, input: Numbers, output: Float32Array): readonly number[] {
  const { width } = map;
  let hasDoubt = false;
  const doubtful: number[] = [];
  eachPiece(map, input, 4 * width, {
    begin: ({ floats }, results, blocks) => {
      floats.fill(Number.NEGATIVE_INFINITY, results / 4, results / 4 + blocks * width);
      hasDoubt = false;
    },
    add: ({ hasNan, peakCells }, src, results, blocks, cells) => {
      hasDoubt ||= hasNan(src, blocks * cells * width) !== 0;
      peakCells(src, results, blocks, cells, width);
    },
    end: ({ floats }, results, first, blocks) => {
      output.set(floats.subarray(results / 4, results / 4 + blocks * width), first * width);
      if (hasDoubt) for (let block = 0; block < blocks; block++) doubtful.push(first + block);
    },
  });
  return doubtful;
}
