import { readFileSync } from 'node:fs';

/** A kernel of assembly/: addresses in bytes, counts and flags in; a flag out, where it returns anything. */
export type Kernel = (...parameters: readonly number[]) => number;

interface Kernels {
  readonly dropNan: Kernel;
  readonly hasNan: Kernel;
  readonly hasNegativeZero: Kernel;
  readonly markNan: Kernel;
  readonly means: Kernel;
  readonly pairs: Kernel;
  readonly peakCells: Kernel;
  readonly peakRows: Kernel;
  readonly planes: Kernel;
  readonly rows: Kernel;
  readonly scale: Kernel;
  readonly slide: Kernel;
  readonly spread: Kernel;
  readonly sumCells: Kernel;
  readonly sumRows: Kernel;
  readonly sweep: Kernel;
  readonly transpose: Kernel;
  readonly widen: Kernel;
}

/** The compiled kernels and views of the memory they work in. */
export interface Machine extends Kernels {
  readonly bytes: Uint8Array;
  readonly floats: Float32Array;
  readonly doubles: Float64Array;
  readonly integers: Int32Array;
  /** Whoever wrote something under this number finds it still there. */
  tenancy: number;
}

interface Memory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

// TypeScript knows WebAssembly only together with everything else in a browser.
declare const WebAssembly: {
  readonly Memory: new (size: { initial: number }) => Memory;
  readonly Module: new (code: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: Readonly<Record<string, unknown>> };
};

const page = 65536;
let memory: Memory | null = null;
let machine: Machine | null = null;
let lastTenant: object | null = null;

/**
 * The machine, with a memory of at least `bytes`, for a tenant, who may use all of it until the next one comes. It is
 * read and compiled on first use, within milliseconds.
 */
export function machineFor(tenant: object, bytes: number): Machine {
  if (machine === null || memory === null) {
    const { exports } = new WebAssembly.Instance(
      new WebAssembly.Module(readFileSync(new URL('./kernels.wasm', import.meta.url))),
    );
    if (!(exports.memory instanceof WebAssembly.Memory)) throw new TypeError('kernels.wasm has no memory');
    memory = exports.memory;
    machine = { ...kernelsOf(exports), ...viewsOf(memory.buffer), tenancy: 0 };
  }
  const missing = bytes - memory.buffer.byteLength;
  if (missing > 0) {
    memory.grow(Math.ceil(missing / page));
    machine = { ...machine, ...viewsOf(memory.buffer) };
  }
  if (tenant !== lastTenant) machine.tenancy++;
  lastTenant = tenant;
  return machine;
}

function viewsOf(buffer: ArrayBuffer): Pick<Machine, 'bytes' | 'floats' | 'doubles' | 'integers'> {
  return {
    bytes: new Uint8Array(buffer),
    floats: new Float32Array(buffer),
    doubles: new Float64Array(buffer),
    integers: new Int32Array(buffer),
  };
}

function kernelsOf(exports: Readonly<Record<string, unknown>>): Kernels {
  const kernel = (name: string): Kernel => {
    const found = exports[name];
    if (!isKernel(found)) throw new TypeError(`kernels.wasm has no ${name}`);
    return found;
  };
  return {
    dropNan: kernel('dropNan'),
    hasNan: kernel('hasNan'),
    hasNegativeZero: kernel('hasNegativeZero'),
    markNan: kernel('markNan'),
    means: kernel('means'),
    pairs: kernel('pairs'),
    peakCells: kernel('peakCells'),
    peakRows: kernel('peakRows'),
    planes: kernel('planes'),
    rows: kernel('rows'),
    scale: kernel('scale'),
    slide: kernel('slide'),
    spread: kernel('spread'),
    sumCells: kernel('sumCells'),
    sumRows: kernel('sumRows'),
    sweep: kernel('sweep'),
    transpose: kernel('transpose'),
    widen: kernel('widen'),
  };
}

/** Whatever kernels.wasm exports as a function takes and gives numbers. */
function isKernel(value: unknown): value is Kernel {
  return typeof value === 'function';
}
