import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { explain } from '../../src/explain/index.ts';
import { plain } from '../../src/reply/index.ts';
import { createWorkPool } from '../../src/work/index.ts';

const pool = createWorkPool({ job: () => {} });
afterAll(() => pool.stop());

const ask = (text: string, name: string, bytes: Uint8Array) =>
  pool.answerAttachment({ request: { text }, name, bytes });

const answered = async (text: string, name: string, bytes: Uint8Array) => {
  const result = await ask(text, name, bytes);
  if (!result.ok) throw new Error(result.message);
  return result.answer;
};

const picture = (width: number, height: number): Promise<Uint8Array> =>
  sharp({ create: { width, height, channels: 3, background: { r: 10, g: 20, b: 30 } } })
    .png()
    .toBuffer();

describe('a picture', () => {
  test('is pooled in a worker, and shown before and after', async () => {
    const answer = await answered('AveragePooling2D(8)', 'photo.png', await picture(120, 80));
    expect(answer.outcomes[0]).toMatchObject({ output: { own: [10, 15, 3] } });
    const [drawn] = explain(answer).blocks.filter(({ kind }) => kind === 'picture');
    expect(drawn?.kind === 'picture' ? drawn.alt : '').toContain('80 × 120');
    const png = Buffer.from(answer.images?.after.png ?? '', 'base64');
    expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 15, height: 10 });
    expect([...(await sharp(png).raw().toBuffer())].slice(0, 3)).toEqual([10, 20, 30]);
  });

  test('is height × width × channels for PyTorch too', async () => {
    const answer = await answered('nn.MaxPool2d(4)', 'photo.png', await picture(120, 80));
    expect(answer.outcomes[0]).toMatchObject({ output: { own: [20, 30, 3], full: [3, 20, 30] } });
  });
});

test('a table is a map of one channel', async () => {
  const answer = await answered('global average pooling', 'map.csv', Buffer.from('1,2,3\n4,5,6\n'));
  expect(plain(explain(answer).title)).toBe('3.5');
});

test('a file that is not what its name says is refused in one sentence', async () => {
  expect(await ask('MaxPooling2D(2)', 'map.npy', await picture(4, 4))).toEqual({
    ok: false,
    code: 'wrong-extension',
    message: 'map.npy is not a NumPy array (.npy) but a PNG picture (.png). Rename it and attach it again.',
  });
});

test('a decompression bomb is refused before it is unpacked', async () => {
  const result = await ask('MaxPooling2D(2)', 'bomb.png', await picture(12_000, 12_000));
  expect(result).toMatchObject({ ok: false });
});

test('files can be given on the command line', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lifeguard-'));
  await writeFile(join(folder, 'map.csv'), '1,2\n3,4\n');
  const { execFile } = await import('node:child_process');
  const { promisify } = await import('node:util');
  const ask = join(import.meta.dirname, '../../src/ask.ts');
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, [ask, '--file', join(folder, 'map.csv'), 'max pool 2x2']);
  expect(stdout.split('\n')[0]).toBe('4');
});
