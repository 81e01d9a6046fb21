import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { drawLocal, localInput, rasterize } from '../../src/picture/index.ts';
import { average, bare, local, pool, ramp } from '../pooling/operations.ts';
import { given, plane } from './planes.ts';

const room = join(import.meta.dirname, '../../src/picture');

test('a PNG has two pixels for each unit and is opaque but for its round corners', async () => {
  const operation = pool(bare(2), average, local(2, 2, 2));
  const drawing = drawLocal(
    given(localInput(plane('AveragePooling2D(2)', operation, ramp(4, 4)), [0, 0])),
  ).draw();
  const png = await rasterize(drawing);
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  expect([info.width, info.height]).toEqual([2 * drawing.width, 2 * drawing.height]);
  const clear = data.filter((value, index) => index % 4 === 3 && value < 255).length;
  expect(clear).toBeGreaterThan(0);
  expect(clear).toBeLessThan(600);
});

test('the shipped font list finds the installed fonts', () => {
  const list = readFileSync(join(room, 'font/fonts.conf'), 'utf8');
  const [, folder = ''] = /<dir prefix="relative">(.*?)<\/dir>/.exec(list) ?? [];
  expect(existsSync(join(room, 'font', folder, 'DejaVuSans.ttf'))).toBe(true);
  expect(existsSync(join(room, 'font', folder, 'DejaVuSans-Bold.ttf'))).toBe(true);
});

// In processes of their own, because fonts are searched once per process.
describe('letters are set in DejaVu, as wide as measured', () => {
  test('with an empty environment, and without a word on the error output', async () => {
    const { ink, measured, errors } = await drawText({});
    expect(Math.abs(ink - 2 * measured)).toBeLessThan(2);
    expect(errors).toBe('');
  });

  test('where the environment names other fonts and nothing can be written', async () => {
    const { ink, measured, errors } = await drawText({
      FONTCONFIG_PATH: '/nonexistent',
      FONTCONFIG_FILE: '/dev/null',
      HOME: '/nonexistent',
      XDG_CACHE_HOME: '/nonexistent',
    });
    expect(Math.abs(ink - 2 * measured)).toBeLessThan(2);
    expect(errors).toBe('');
  });
});

interface Drawn {
  /** Width of the ink in pixels, and of the text as measured in user units. */
  readonly ink: number;
  readonly measured: number;
  readonly errors: string;
}

/** A line of text drawn by a fresh process. */
async function drawText(environment: Readonly<Record<string, string>>): Promise<Drawn> {
  const program = join(import.meta.dirname, 'draw-text.ts');
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [program], { env: environment });
  const [ink = Number.NaN, measured = Number.NaN] = stdout.split(' ').map(Number);
  return { ink, measured, errors: stderr };
}
