import type { Workload } from './workload.ts';

export type Numbers = Float32Array | Uint8Array;

/** Somebody who pools: `pool` takes plain numbers and gives plain numbers. */
export interface Contestant {
  readonly pool: () => Float32Array | Promise<Float32Array>;
  /** Called before each measurement and not measured. */
  readonly ready?: () => Promise<void>;
  /** Puts an output into the workload's own order, where a contestant knows only another. */
  readonly inOrder?: (output: Float32Array) => Float32Array;
  readonly close?: () => void | Promise<void>;
}

/** Enters a workload with its input, or declines it. */
export type Enter = (workload: Workload, input: Numbers) => Contestant | null | Promise<Contestant | null>;
