/** What a .npy file is written from; `descr` is NumPy's, `numbers` in the order of the file. */
export interface NpyParts {
  readonly descr: string;
  readonly shape: readonly number[];
  readonly numbers: readonly number[];
  readonly fortranOrder?: boolean;
  readonly version?: 1 | 2 | 3;
}

const writers: Readonly<
  Record<string, { size: number; write: (v: DataView, at: number, n: number, le: boolean) => void }>
> = {
  b1: { size: 1, write: (view, at, n) => view.setUint8(at, n) },
  u1: { size: 1, write: (view, at, n) => view.setUint8(at, n) },
  i1: { size: 1, write: (view, at, n) => view.setInt8(at, n) },
  u2: { size: 2, write: (view, at, n, le) => view.setUint16(at, n, le) },
  i2: { size: 2, write: (view, at, n, le) => view.setInt16(at, n, le) },
  u4: { size: 4, write: (view, at, n, le) => view.setUint32(at, n, le) },
  i4: { size: 4, write: (view, at, n, le) => view.setInt32(at, n, le) },
  i8: { size: 8, write: (view, at, n, le) => view.setBigInt64(at, BigInt(n), le) },
  f2: { size: 2, write: (view, at, n, le) => view.setFloat16(at, n, le) },
  f4: { size: 4, write: (view, at, n, le) => view.setFloat32(at, n, le) },
  f8: { size: 8, write: (view, at, n, le) => view.setFloat64(at, n, le) },
};

/** A .npy file as numpy.save writes it: header padded with spaces to a multiple of 64, ended by a newline. */
export function npyFile({ descr, shape, numbers, fortranOrder = false, version = 1 }: NpyParts): Uint8Array {
  const tuple = shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`;
  const order = fortranOrder ? 'True' : 'False';
  const header = `{'descr': '${descr}', 'fortran_order': ${order}, 'shape': ${tuple}, }`;
  return npyBytes(header, dataOf(descr, numbers), version);
}

/** A .npy file of any header and any data. */
export function npyBytes(header: string, data: Uint8Array, version: 1 | 2 | 3 = 1): Uint8Array {
  const preamble = version === 1 ? 10 : 12;
  const padded = `${header.padEnd(Math.ceil((preamble + header.length + 1) / 64) * 64 - preamble - 1)}\n`;
  const file = new Uint8Array(preamble + padded.length + data.length);
  file.set([0x93, ...new TextEncoder().encode('NUMPY'), version, 0]);
  const view = new DataView(file.buffer);
  if (version === 1) view.setUint16(8, padded.length, true);
  else view.setUint32(8, padded.length, true);
  file.set(new TextEncoder().encode(padded), preamble);
  file.set(data, preamble + padded.length);
  return file;
}

function dataOf(descr: string, numbers: readonly number[]): Uint8Array {
  const writer = writers[descr.slice(1)];
  if (!writer) return new Uint8Array(0);
  const data = new Uint8Array(numbers.length * writer.size);
  const view = new DataView(data.buffer);
  for (const [at, number] of numbers.entries()) {
    writer.write(view, at * writer.size, number, descr.charAt(0) !== '>');
  }
  return data;
}
