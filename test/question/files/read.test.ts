import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { FileRefusal, readFile } from '../../../src/question/files/index.ts';
import { npyFile } from './npy-writer.ts';
import { refusalOf } from './refusal-of.ts';

const text = (content: string): Uint8Array => new TextEncoder().encode(content);
const picture = (): ReturnType<typeof sharp> =>
  sharp({ create: { width: 2, height: 2, channels: 3, background: { r: 9, g: 9, b: 9 } } });
const npy = npyFile({ descr: '<f4', shape: [2], numbers: [1, 2] });

describe('readFile', () => {
  it('reads each kind of file by its name, in either case', async () => {
    expect(await readFile('x.NPY', npy)).toMatchObject({ format: 'npy', shape: [2] });
    expect(await readFile('table.v2.csv', text('1,2\n3,4'))).toMatchObject({ format: 'csv', shape: [2, 2] });
    expect(await readFile('a.png', await picture().png().toBuffer())).toMatchObject({ format: 'png' });
    expect(await readFile('a.jpg', await picture().jpeg().toBuffer())).toMatchObject({ format: 'jpeg' });
    expect(await readFile('a.jpeg', await picture().jpeg().toBuffer())).toMatchObject({ format: 'jpeg' });
    expect(await readFile('a.webp', await picture().webp().toBuffer())).toMatchObject({ format: 'webp' });
  });

  const mismatched: readonly [string, string, () => Promise<Uint8Array> | Uint8Array, RegExp][] = [
    [
      'a JPEG named .png',
      'cat.png',
      () => picture().jpeg().toBuffer(),
      /cat\.png is not a PNG picture.*JPEG.*Rename/,
    ],
    ['a PNG named .jpg', 'cat.jpg', () => picture().png().toBuffer(), /not a JPEG picture.*PNG/],
    ['an array named .csv', 'x.csv', () => npy, /not plain text but a NumPy array/],
    ['text named .npy', 'x.npy', () => text('1 2 3'), /not a NumPy array \(\.npy\) but plain text/],
    ['a zip archive named .npy', 'x.npy', () => text('PK\x03\x04....'), /zip archive \(\.npz/],
    ['a pickle named .npy', 'x.npy', () => Uint8Array.of(0x80, 4, 0x95, 1), /pickle/],
    ['a GIF named .png', 'x.png', () => picture().gif().toBuffer(), /GIF/],
    ['a web page named .csv', 'x.csv', () => text('<!DOCTYPE html><p>log in</p>'), /web page/],
    ['zero bytes named .csv', 'x.csv', () => Uint8Array.of(1, 0, 2, 0, 3), /something else/],
  ];
  for (const [what, name, content, sentence] of mismatched) {
    it(`refuses ${what}`, async () => {
      const refusal = await refusalOf(async () => readFile(name, await content()));
      expect(refusal.code).toBe('wrong-extension');
      expect(refusal.message).toMatch(sentence);
    });
  }

  it('refuses other extensions, none, and empty files, and says what it reads', async () => {
    for (const name of ['model.h5', 'weights', 'constructor', 'a.toString']) {
      const refusal = await refusalOf(() => readFile(name, npy));
      expect(refusal.code).toBe('unknown-type');
      expect(refusal.message).toMatch(/\.npy, \.csv, \.png, \.jpg and \.webp/);
    }
    expect((await refusalOf(() => readFile('x.csv', new Uint8Array(0)))).code).toBe('empty');
  });

  it('throws nothing but a refusal for any name and any bytes', async () => {
    const names = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom('a.npy', 'a.csv', 'a.png', 'a.jpg', 'a.webp'),
    );
    await fc.assert(
      fc.asyncProperty(names, fc.uint8Array({ maxLength: 40 }), async (name, bytes) => {
        await readFile(name, bytes).catch((error: unknown) => expect(error).toBeInstanceOf(FileRefusal));
      }),
      { numRuns: 200 },
    );
  });
});
