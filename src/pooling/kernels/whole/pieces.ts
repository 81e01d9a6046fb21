import { type Machine, machineFor } from '../machine.ts';
import { bring, type Numbers } from '../numbers.ts';
import type { WholeMap } from './map.ts';

/** What is done with the pieces of maps, of which there are always as many as there is room for results. */
export interface Steps {
  /** Readies the results of so many blocks. */
  readonly begin: (machine: Machine, results: number, blocks: number) => void;
  /** Adds `cells` cells of each block, at `src` one block after the other. */
  readonly add: (machine: Machine, src: number, results: number, blocks: number, cells: number) => void;
  /** Takes the results of the blocks from `block` on. */
  readonly end: (machine: Machine, results: number, block: number, blocks: number) => void;
}

/**
 * Floats brought into the machine at a time. Inputs that no cache holds come in small pieces: C libraries copy more
 * than 8 KiB in another way, which is slower at that.
 */
const pieceFloats = { cached: 16384, streamed: 1536 };
const cachedFloats = 2 ** 23;

/** Cells are brought in multiples of this where there are so many. */
const fewest = 16;

/** Goes through maps piece by piece: several of them at once, or a part of one. */
export function eachPiece(map: WholeMap, input: Numbers, resultBytes: number, steps: Steps): void {
  const { blocks, cells, width } = map;
  const piece =
    blocks * cells * width > cachedFloats && width < fewest ? pieceFloats.streamed : pieceFloats.cached;
  const together = Math.min(Math.max(Math.floor(piece / (cells * width)), 1), blocks);
  const some = Math.floor(piece / width);
  const most = together > 1 ? cells : Math.min(cells, Math.max(some - (some % fewest), some, 1));
  const src = 128;
  const results = src + 64 * Math.ceil((4 * together * most * width) / 64) + 64;
  const machine = machineFor(map, results + together * resultBytes + 64);
  for (let block = 0; block < blocks; block += together) {
    const count = Math.min(together, blocks - block);
    steps.begin(machine, results, count);
    for (let cell = 0; cell < cells; cell += most) {
      const length = Math.min(most, cells - cell);
      const start = (block * cells + cell) * width;
      bring(machine, input, start, count * length * width, src);
      steps.add(machine, src, results, count, length);
    }
    steps.end(machine, results, block, count);
  }
}
