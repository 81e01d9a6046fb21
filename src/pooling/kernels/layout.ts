/** Hands out the machine's memory from its beginning. Every run writes what it reads, so that plans can share it. */
export interface Layout {
  /** The address of `bytes` of memory, with `guard` bytes free in front of and behind them. */
  readonly take: (bytes: number, guard?: number) => number;
  readonly size: () => number;
}

export function newLayout(): Layout {
  let used = 64;
  return {
    take(bytes, guard = 64) {
      const address = align(used + guard);
      used = address + align(bytes) + guard;
      return address;
    },
    size: () => align(used) + 64,
  };
}

function align(bytes: number): number {
  return Math.ceil(bytes / 64) * 64;
}
