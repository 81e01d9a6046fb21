import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ask = (...call: readonly string[]) =>
  spawnSync(process.execPath, [join(import.meta.dirname, '../src/ask.ts'), ...call], { encoding: 'utf8' });

test('--help says how to ask', () => {
  const { stdout, status } = ask('--help');
  expect(stdout).toContain('AveragePooling2D(2) on 4x4x4');
  expect(stdout).toContain('--jsonl');
  expect(status).toBe(0);
});

test('a call that cannot be read is told with the usage, not with a stack', () => {
  const { stderr, stdout, status } = ask('--png', 'MaxPool2d(2) on 3x8x8');
  expect(stderr).toContain("Unknown option '--png'");
  expect(stderr).toContain('--json ');
  expect(stderr).not.toContain('    at ');
  expect(stdout).toBe('');
  expect(status).toBe(2);
});

test('a question is answered', () => {
  expect(ask('MaxPool2d(2)', 'on', '3x8x8').stdout).toMatch(/^\(3, 4, 4\)\n/);
});
