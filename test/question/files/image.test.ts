import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { FileRefusal, readImage } from '../../../src/question/files/index.ts';
import { refusalOf } from './refusal-of.ts';

const raw = (width: number, height: number, channels: 1 | 3 | 4, bytes: readonly number[]) =>
  sharp(Uint8Array.from(bytes), { raw: { width, height, channels } });
const ramp = (length: number): number[] => Array.from({ length }, (_, at) => (at * 7) % 256);
/** Red, green over blue, white. */
const colours = [255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255];

describe('readImage', () => {
  it('reads the pixels of a PNG as height × width × channels', async () => {
    const read = await readImage(await raw(3, 2, 3, ramp(18)).png().toBuffer());
    expect(read).toMatchObject({ format: 'png', shape: [2, 3, 3], dtype: 'uint8', notes: [] });
    expect([...read.values]).toEqual(ramp(18));
  });

  it('reads any PNG back exactly', async () => {
    const size = fc.integer({ min: 1, max: 9 });
    const picture = fc
      .tuple(size, size, fc.constantFrom(1 as const, 3 as const))
      .chain(([width, height, channels]) => {
        const length = width * height * channels;
        return fc.record({
          width: fc.constant(width),
          height: fc.constant(height),
          channels: fc.constant(channels),
          bytes: fc.array(fc.nat(255), { minLength: length, maxLength: length }),
        });
      });
    await fc.assert(
      fc.asyncProperty(picture, async ({ width, height, channels, bytes }) => {
        const file = raw(width, height, channels, bytes);
        const png = channels === 1 ? file.toColourspace('b-w').png() : file.png();
        const read = await readImage(await png.toBuffer());
        expect(read.shape).toEqual([height, width, channels]);
        expect([...read.values]).toEqual(bytes);
      }),
      { numRuns: 25 },
    );
  });

  it('reads lossless WebP exactly and JPEG closely', async () => {
    const webp = await readImage(await raw(2, 2, 3, colours).webp({ lossless: true }).toBuffer());
    expect(webp).toMatchObject({ format: 'webp', shape: [2, 2, 3] });
    expect([...webp.values]).toEqual(colours);
    const grey = Array.from({ length: 192 }, () => 90);
    const jpeg = await readImage(await raw(8, 8, 3, grey).jpeg().toBuffer());
    expect(jpeg).toMatchObject({ format: 'jpeg', shape: [8, 8, 3] });
    for (const value of jpeg.values) expect(Math.abs(value - 90)).toBeLessThanOrEqual(2);
  });

  it('leaves alpha out and says whether anything was transparent', async () => {
    const opaque = await readImage(await raw(1, 1, 4, [10, 20, 30, 255]).png().toBuffer());
    expect([...opaque.values]).toEqual([10, 20, 30]);
    expect(opaque.notes).toEqual([{ kind: 'alpha-dropped', transparent: false }]);
    const clear = await readImage(await raw(1, 1, 4, [10, 20, 30, 0]).png().toBuffer());
    expect([...clear.values]).toEqual([10, 20, 30]);
    expect(clear.notes).toEqual([{ kind: 'alpha-dropped', transparent: true }]);
  });

  it('reads a palette as its colours', async () => {
    const read = await readImage(await raw(2, 2, 3, colours).png({ palette: true }).toBuffer());
    expect(read.shape).toEqual([2, 2, 3]);
    expect([...read.values]).toEqual(colours);
  });

  it('brings 16 bits down to 8 and says so', async () => {
    const wide = sharp(Uint16Array.of(0, 0x8000, 0xffff, 0x4000), {
      raw: { width: 2, height: 2, channels: 1 },
    });
    const read = await readImage(await wide.toColourspace('grey16').png().toBuffer());
    expect(read.shape).toEqual([2, 2, 1]);
    expect([...read.values]).toEqual([0, 128, 255, 64]);
    expect(read.notes).toEqual([{ kind: 'depth-reduced', bits: 16 }]);
  });

  it('does not turn a picture by its EXIF data, and says so', async () => {
    const turned = await raw(3, 2, 3, ramp(18)).jpeg().withMetadata({ orientation: 6 }).toBuffer();
    const read = await readImage(turned);
    expect(read.shape).toEqual([2, 3, 3]);
    expect(read.notes).toEqual([{ kind: 'turn-ignored' }]);
  });

  it('reads the first frame of an animation', async () => {
    const frames = sharp(Uint8Array.from([...colours, ...colours.toReversed()]), {
      raw: { width: 2, height: 4, channels: 3, pageHeight: 2 },
    });
    const read = await readImage(await frames.webp({ lossless: true }).toBuffer());
    expect(read.shape).toEqual([2, 2, 3]);
    expect([...read.values]).toEqual(colours);
    expect(read.notes).toContainEqual({ kind: 'first-frame', frames: 2 });
  });

  it('refuses a small file that unpacks to 36 million pixels', async () => {
    const blank = { width: 6000, height: 6000, channels: 3 as const, background: 'black' };
    const bomb = await sharp({ create: blank }).png({ compressionLevel: 2 }).toBuffer();
    expect(bomb.length).toBeLessThan(2 ** 20);
    const refusal = await refusalOf(() => readImage(bomb));
    expect(refusal.code).toBe('too-many-values');
  });

  it('counts channels: 16 Mi colour pixels are too many', async () => {
    const blank = { width: 4096, height: 4096, channels: 3 as const, background: 'black' };
    const refusal = await refusalOf(async () => readImage(await sharp({ create: blank }).png().toBuffer()));
    expect(refusal.code).toBe('too-many-values');
    expect(refusal.message).toMatch(/4096 × 4096/);
  });

  it('refuses other formats by their content', async () => {
    const gif = await raw(2, 2, 3, colours).gif().toBuffer();
    const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
    for (const file of [gif, svg]) {
      expect((await refusalOf(() => readImage(file))).code).toBe('image-type');
    }
  });

  it('refuses what is cut off, in each format', async () => {
    const noise = raw(40, 40, 3, ramp(4800));
    const files = [
      await noise.clone().png().toBuffer(),
      await noise.clone().jpeg().toBuffer(),
      await noise.webp().toBuffer(),
    ];
    for (const file of files) {
      const refusal = await refusalOf(() => readImage(file.subarray(0, Math.floor(file.length / 2))));
      expect(refusal.code).toBe('image-broken');
    }
  });

  it('throws nothing but a refusal, whatever is changed in a file', async () => {
    const good = await raw(6, 5, 3, ramp(90)).png().toBuffer();
    const change = fc.tuple(fc.nat(good.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        const bytes = Uint8Array.from(good);
        for (const [at, byte] of changes) bytes[at] = byte;
        try {
          const { shape, values } = await readImage(bytes);
          expect(values).toHaveLength(shape.reduce((size, length) => size * length, 1));
        } catch (error) {
          expect(error).toBeInstanceOf(FileRefusal);
        }
      }),
      { numRuns: 60 },
    );
  });
});
