import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

const main = join(import.meta.dirname, '../src/main.ts');
const running = new Set<ChildProcess>();

/** Ends whatever a test left running. */
export function endPrograms(): void {
  for (const child of running) child.kill('SIGKILL');
  running.clear();
}

/** The program in an empty folder, with nothing of this machine's settings. */
export async function startMain(settings: Readonly<Record<string, string>> = {}, entry = main) {
  const cwd = await mkdtemp(join(tmpdir(), 'lifeguard-'));
  const port = await freePort();
  const env = {
    PATH: process.env.PATH ?? '',
    OPS_PORT: String(port),
    BROWSER_PORT: String(await freePort()),
    LOG_LEVEL: 'warn',
    ...settings,
  };
  const child = spawn(process.execPath, [entry], { cwd, env, stdio: ['pipe', 'pipe', 'pipe'] });
  running.add(child);
  const ended = once(child, 'exit').then(([code]) => Number(code));
  return { child, port, ended, errors: text(child.stderr) };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Waits until it has printed this. */
export async function printed({ child }: { child: ChildProcess }, text: string): Promise<void> {
  let sofar = '';
  for await (const chunk of child.stdout?.iterator({ destroyOnReturn: false }) ?? []) {
    sofar += String(chunk);
    if (sofar.includes(text)) return;
  }
  throw new Error(`it ended without "${text}"`);
}

/** The first lines that it prints. */
export async function lines({ child }: { child: ChildProcess }, count: number): Promise<readonly string[]> {
  let first = '';
  for await (const chunk of child.stdout?.iterator({ destroyOnReturn: false }) ?? []) {
    first += String(chunk);
    if (first.split('\n').length > count) break;
  }
  return first.trim().split('\n');
}
