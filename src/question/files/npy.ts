import type { Dtype } from '../../frameworks/index.ts';
import { type ArrayFile, checkFileSize, checkValueCount, type FileNote } from './array-file.ts';
import { type NpyHeader, readNpyHeader } from './npy-header.ts';
import { FileRefusal } from './refusal.ts';

/** How an element lies in the file. */
interface Element {
  readonly dtype: Dtype;
  readonly size: number;
  /** Exact in 32 bits of a float. */
  readonly single: boolean;
  readonly read: (view: DataView, at: number, little: boolean) => number;
}

const elements: Readonly<Record<string, Element>> = {
  b1: { dtype: 'bool', size: 1, single: true, read: (view, at) => (view.getUint8(at) === 0 ? 0 : 1) },
  i1: { dtype: 'int8', size: 1, single: true, read: (view, at) => view.getInt8(at) },
  u1: { dtype: 'uint8', size: 1, single: true, read: (view, at) => view.getUint8(at) },
  i2: { dtype: 'int16', size: 2, single: true, read: (view, at, little) => view.getInt16(at, little) },
  u2: { dtype: 'int32', size: 2, single: true, read: (view, at, little) => view.getUint16(at, little) },
  i4: { dtype: 'int32', size: 4, single: false, read: (view, at, little) => view.getInt32(at, little) },
  u4: { dtype: 'int64', size: 4, single: false, read: (view, at, little) => view.getUint32(at, little) },
  i8: { dtype: 'int64', size: 8, single: false, read: readInt64 },
  f2: { dtype: 'float16', size: 2, single: true, read: (view, at, little) => view.getFloat16(at, little) },
  f4: { dtype: 'float32', size: 4, single: true, read: (view, at, little) => view.getFloat32(at, little) },
  f8: { dtype: 'float64', size: 8, single: false, read: (view, at, little) => view.getFloat64(at, little) },
};

const names: Readonly<Record<string, string>> = {
  O: 'Python objects',
  U: 'text',
  S: 'text',
  c: 'complex numbers',
  M: 'dates',
  m: 'time spans',
  V: 'raw bytes',
};

/**
 * The array in a .npy file. Half, single and double floats, signed and unsigned integers up to 64 and 32 bits and
 * booleans in both byte orders; column-major files are turned row-major.
 * @throws FileRefusal for everything else, for a header that does not fit the data, and past the limits.
 */
export function readNpy(bytes: Uint8Array): ArrayFile {
  checkFileSize(bytes);
  const header = readNpyHeader(bytes);
  const { element, little } = elementOf(header.descr);
  const count = header.shape.reduce((product, length) => product * length, 1);
  checkValueCount(count, 'The array');
  const found = bytes.length - header.dataStart;
  if (count * element.size !== found) {
    const shape = `(${header.shape.join(', ')})`;
    throw new FileRefusal(
      'npy-size',
      `The header says shape ${shape} of ${header.descr}, which takes ${count * element.size} bytes, but ${found} bytes follow.`,
    );
  }
  const values = element.single ? new Float32Array(count) : new Float64Array(count);
  const view = new DataView(bytes.buffer, bytes.byteOffset + header.dataStart, found);
  const places = header.columnMajor ? columnMajorPlaces(header.shape, count) : null;
  for (let at = 0; at < count; at += 1) {
    values[places?.[at] ?? at] = element.read(view, at * element.size, little);
  }
  const { shape } = header;
  return { format: 'npy', shape, values, dtype: element.dtype, notes: notesFor(header, element) };
}

function elementOf(descr: string): { element: Element; little: boolean } {
  const order = descr.charAt(0);
  const code = '<>=|'.includes(order) ? descr.slice(1) : descr;
  const element = Object.hasOwn(elements, code) ? elements[code] : undefined;
  if (element && order !== '') return { element, little: order !== '>' };
  const what = names[code.charAt(0)];
  throw new FileRefusal(
    'npy-dtype',
    what === undefined
      ? `The .npy file holds elements of type ${descr.slice(0, 20)}, which I don't read; save it with astype("float32").`
      : `The .npy file holds ${what} (${descr.slice(0, 20)}); I read arrays of numbers.`,
  );
}

/** Where element number `at` of a column-major file belongs in row-major order. */
function columnMajorPlaces(shape: readonly number[], count: number): Uint32Array {
  const strides = new Array<number>(shape.length).fill(1);
  for (let axis = shape.length - 2; axis >= 0; axis -= 1) {
    strides[axis] = (strides[axis + 1] ?? 1) * (shape[axis + 1] ?? 1);
  }
  const places = new Uint32Array(count);
  const index = new Array<number>(shape.length).fill(0);
  let place = 0;
  for (let at = 0; at < count; at += 1) {
    places[at] = place;
    for (let axis = 0; axis < shape.length; axis += 1) {
      const stride = strides[axis] ?? 1;
      index[axis] = (index[axis] ?? 0) + 1;
      place += stride;
      if ((index[axis] ?? 0) < (shape[axis] ?? 1)) break;
      place -= stride * (shape[axis] ?? 1);
      index[axis] = 0;
    }
  }
  return places;
}

function notesFor(header: NpyHeader, { dtype }: Element): FileNote[] {
  const notes: FileNote[] = [];
  if (header.columnMajor && header.shape.length > 1) notes.push({ kind: 'column-major' });
  const from = header.descr.endsWith('u2') ? 'uint16' : header.descr.endsWith('u4') ? 'uint32' : null;
  if (from) notes.push({ kind: 'widened', from, to: dtype });
  return notes;
}

/** A 64-bit integer, refused where a double can't hold it. */
function readInt64(view: DataView, at: number, little: boolean): number {
  const value = view.getBigInt64(at, little);
  if (value > BigInt(Number.MAX_SAFE_INTEGER) || value < -BigInt(Number.MAX_SAFE_INTEGER)) {
    throw new FileRefusal(
      'npy-integer',
      `The .npy file holds the integer ${value}, which is beyond 2^53 and would lose digits.`,
    );
  }
  return Number(value);
}
