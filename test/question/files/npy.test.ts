import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FileRefusal, readNpy } from '../../../src/question/files/index.ts';
import { npyBytes, npyFile } from './npy-writer.ts';
import { refusalOf } from './refusal-of.ts';

const integers = (min: number, max: number) => fc.integer({ min, max }).map((n) => (n === 0 ? 0 : n));
const kinds = [
  { code: 'b1', dtype: 'bool', number: integers(0, 1) },
  { code: 'u1', dtype: 'uint8', number: integers(0, 255) },
  { code: 'i1', dtype: 'int8', number: integers(-128, 127) },
  { code: 'u2', dtype: 'int32', number: integers(0, 65_535) },
  { code: 'i2', dtype: 'int16', number: integers(-32_768, 32_767) },
  { code: 'u4', dtype: 'int64', number: integers(0, 2 ** 32 - 1) },
  { code: 'i4', dtype: 'int32', number: integers(-(2 ** 31), 2 ** 31 - 1) },
  { code: 'i8', dtype: 'int64', number: fc.maxSafeInteger().map((n) => (n === 0 ? 0 : n)) },
  { code: 'f2', dtype: 'float16', number: fc.double().map(Math.f16round) },
  { code: 'f4', dtype: 'float32', number: fc.double().map(Math.fround) },
  { code: 'f8', dtype: 'float64', number: fc.double() },
] as const;

const shapes = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 4 });
const sizeOf = (shape: readonly number[]): number => shape.reduce((size, length) => size * length, 1);

describe('readNpy', () => {
  for (const { code, dtype, number } of kinds) {
    it(`reads back what was written as ${code}, in either byte order and each version`, () => {
      const file = shapes.chain((shape) =>
        fc.record({
          shape: fc.constant(shape),
          numbers: fc.array(number, { minLength: sizeOf(shape), maxLength: sizeOf(shape) }),
          order: fc.constantFrom('<', '>'),
          version: fc.constantFrom(1, 2, 3),
        }),
      );
      fc.assert(
        fc.property(file, ({ shape, numbers, order, version }) => {
          const read = readNpy(npyFile({ descr: `${order}${code}`, shape, numbers, version }));
          expect(read.shape).toEqual(shape);
          expect(read.dtype).toBe(dtype);
          expect([...read.values]).toEqual(numbers);
        }),
        { numRuns: 40 },
      );
    });
  }

  it('turns a column-major array row-major', () => {
    const numbers = [0, 3, 1, 4, 2, 5];
    const read = readNpy(npyFile({ descr: '<f8', shape: [2, 3], numbers, fortranOrder: true }));
    expect([...read.values]).toEqual([0, 1, 2, 3, 4, 5]);
    expect(read.notes).toEqual([{ kind: 'column-major' }]);
  });

  it('turns any column-major array as its transpose written row-major', () => {
    const file = fc
      .array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 })
      .map((shape) => ({ shape, numbers: Array.from({ length: sizeOf(shape) }, (_, at) => at) }));
    fc.assert(
      fc.property(file, ({ shape, numbers }) => {
        const read = readNpy(npyFile({ descr: '<i4', shape, numbers, fortranOrder: true }));
        for (const [at, value] of read.values.entries()) {
          let rest = at;
          let columnMajor = 0;
          for (let axis = shape.length - 1; axis >= 0; axis -= 1) {
            const length = shape[axis] ?? 1;
            columnMajor += (rest % length) * sizeOf(shape.slice(0, axis));
            rest = Math.floor(rest / length);
          }
          expect(value).toBe(columnMajor);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('says that unsigned integers are held in a wider type', () => {
    const read = readNpy(npyFile({ descr: '<u2', shape: [1], numbers: [65_535] }));
    expect(read.notes).toEqual([{ kind: 'widened', from: 'uint16', to: 'int32' }]);
  });

  it('reads a view into a larger buffer', () => {
    const file = npyFile({ descr: '<f4', shape: [2], numbers: [1.5, -2] });
    const padded = new Uint8Array(file.length + 7);
    padded.set(file, 5);
    expect([...readNpy(padded.subarray(5, 5 + file.length)).values]).toEqual([1.5, -2]);
  });

  const header = (shape: string, descr = "'<f4'") =>
    `{'descr': ${descr}, 'fortran_order': False, 'shape': ${shape}, }`;
  const refused: readonly [string, () => Uint8Array, string, RegExp][] = [
    ['other magic bytes', () => new TextEncoder().encode('PK not numpy at all'), 'npy-header', /not a \.npy/],
    [
      'nothing behind the magic bytes',
      () => npyFile({ descr: '<f4', shape: [1], numbers: [1] }).slice(0, 8),
      'npy-size',
      /cut off/,
    ],
    [
      'an unknown version',
      () => npyFile({ descr: '<f4', shape: [1], numbers: [1] }).with(6, 9),
      'npy-version',
      /version 9/,
    ],
    [
      'a header that reaches past the file',
      () => npyFile({ descr: '<f4', shape: [1], numbers: [1] }).slice(0, 40),
      'npy-size',
      /cut off/,
    ],
    [
      'a header longer than NumPy writes',
      () => npyBytes(header('(1,)').padEnd(20_000), new Uint8Array(4)),
      'npy-header',
      /10,000/,
    ],
    [
      'a shape larger than the data',
      () => npyBytes(header('(1000, 1000)'), new Uint8Array(0)),
      'npy-size',
      /4000000 bytes, but 0/,
    ],
    [
      'data longer than the shape',
      () => npyBytes(header('(1,)'), new Uint8Array(8)),
      'npy-size',
      /4 bytes, but 8/,
    ],
    [
      'more elements than the limit',
      () => npyBytes(header('(99999, 99999)'), new Uint8Array(0)),
      'too-many-values',
      /33,554,432/,
    ],
    [
      'pickled objects',
      () => npyBytes(header('(1,)', "'|O'"), new Uint8Array(8)),
      'npy-dtype',
      /Python objects/,
    ],
    ['text', () => npyBytes(header('(1,)', "'<U5'"), new Uint8Array(20)), 'npy-dtype', /text/],
    ['complex numbers', () => npyBytes(header('(1,)', "'<c8'"), new Uint8Array(8)), 'npy-dtype', /complex/],
    ['records', () => npyBytes(header('(1,)', "[('a', '<f4')]"), new Uint8Array(4)), 'npy-dtype', /fields/],
    ['a long double', () => npyBytes(header('(1,)', "'<f16'"), new Uint8Array(16)), 'npy-dtype', /astype/],
    ['a negative length', () => npyBytes(header('(-1,)'), new Uint8Array(4)), 'npy-header', /damaged/],
    ['a number for the shape', () => npyBytes(header('(4)'), new Uint8Array(16)), 'npy-header', /damaged/],
    [
      'a missing key',
      () => npyBytes("{'descr': '<f4', 'shape': (1,), }", new Uint8Array(4)),
      'npy-header',
      /damaged/,
    ],
    [
      'a key too many',
      () => npyBytes(header('(1,)').replace('}', "'x': 1}"), new Uint8Array(4)),
      'npy-header',
      /damaged/,
    ],
    [
      'code behind the header',
      () => npyBytes(`${header('(1,)')} + f()`, new Uint8Array(4)),
      'npy-header',
      /damaged/,
    ],
    [
      'an integer beyond 2^53',
      () => npyFile({ descr: '<i8', shape: [1], numbers: [2 ** 60] }),
      'npy-integer',
      /2\^53/,
    ],
    ['no bytes', () => new Uint8Array(0), 'empty', /empty/],
    ['eleven mebibytes', () => new Uint8Array(11 * 2 ** 20), 'too-large', /11\.0 MiB/],
  ];
  for (const [what, file, code, sentence] of refused) {
    it(`refuses ${what}`, async () => {
      const refusal = await refusalOf(() => readNpy(file()));
      expect(refusal.code).toBe(code);
      expect(refusal.message).toMatch(sentence);
    });
  }

  it('throws nothing but a refusal, whatever is changed in a file', () => {
    const good = npyFile({ descr: '<f4', shape: [2, 2], numbers: [1, 2, 3, 4] });
    const change = fc.tuple(fc.nat(good.length - 1), fc.nat(255));
    fc.assert(
      fc.property(fc.array(change, { maxLength: 4 }), fc.nat(good.length), (changes, length) => {
        const bytes = good.slice(0, length);
        for (const [at, byte] of changes) if (at < bytes.length) bytes[at] = byte;
        try {
          const read = readNpy(bytes);
          expect(read.values).toHaveLength(sizeOf(read.shape));
        } catch (error) {
          expect(error).toBeInstanceOf(FileRefusal);
        }
      }),
      { numRuns: 500 },
    );
  });
});
