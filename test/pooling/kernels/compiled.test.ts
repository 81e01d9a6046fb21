import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { main } from 'assemblyscript/asc';
import { expect, test } from 'vitest';

const kernels = join(import.meta.dirname, '../../../src/pooling/kernels');

test('a fresh compile gives the committed kernels, byte for byte', async () => {
  const written: Uint8Array[] = [];
  const { error } = await main(['--config', join(kernels, 'assembly/asconfig.json')], {
    writeFile: (_, contents) => {
      written.push(Buffer.from(contents));
    },
  });
  expect(error).toBeNull();
  expect(written).toHaveLength(1);
  expect(Buffer.compare(Buffer.concat(written), readFileSync(join(kernels, 'kernels.wasm')))).toBe(0);
});
