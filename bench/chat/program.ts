import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.ts';

/** A program of its own process, which has said that it is ready. */
export interface Program {
  /** The first that it printed. */
  readonly said: string;
  /** Milliseconds from its start to that. */
  readonly startedIn: number;
  /** Memory that it holds, in MB, as the kernel counts it (Linux). */
  readonly resident: () => Promise<number>;
  /** What its JavaScript holds, in MB, once the garbage is collected; only for a program that tells. */
  readonly heap: () => Promise<number>;
  readonly stop: () => Promise<void>;
}

const root = join(import.meta.dirname, '../..');

/** Runs a file as `npm start` does, in an empty folder with nothing but these settings, and waits until it prints something. */
export async function startProgram(
  file: string,
  settings: Readonly<Record<string, string>>,
): Promise<Program> {
  const cwd = await mkdtemp(join(tmpdir(), 'lifeguard-bench-'));
  const ports = { OPS_PORT: String(await freePort()), BROWSER_PORT: String(await freePort()) };
  const env = { PATH: process.env.PATH ?? '', LOG_LEVEL: 'error', ...ports, ...settings };
  const start = performance.now();
  const child = spawn(
    process.execPath,
    ['--expose-gc', '--max-semi-space-size=4', '--import', join(root, 'src/compile-cache.js'), file],
    { cwd, env, stdio: ['ignore', 'pipe', 'inherit', 'ipc'] },
  );
  const exit = once(child, 'exit');
  const said = await firstWords(child, exit);
  return {
    said,
    startedIn: performance.now() - start,
    resident: async () => {
      const status = await readFile(`/proc/${child.pid}/status`, 'utf8');
      return Number(/VmRSS:\s*(\d+)/.exec(status)?.[1]) / 1_024;
    },
    heap: async () => {
      child.send('memory');
      const [bytes] = await once(child, 'message');
      return Number(bytes) / 2 ** 20;
    },
    stop: async () => {
      child.kill('SIGTERM');
      await exit;
      await rm(cwd, { recursive: true });
    },
  };
}

async function firstWords({ stdout }: ChildProcess, exit: Promise<unknown>): Promise<string> {
  if (stdout === null) throw new TypeError('a program without output');
  const [words] = await Promise.race([
    once(stdout, 'data'),
    exit.then(() => {
      throw new Error('the program ended before it was ready');
    }),
  ]);
  return String(words).trim();
}
