import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createDispatcher } from '../../../src/command/index.ts';
import { memoryAnswers } from '../../../src/platform/browser/answers.ts';
import { startBrowser } from '../../../src/platform/browser/index.ts';
import { routes } from '../../../src/platform/browser/routes.ts';
import { memoryKeeper } from '../../../src/platform/keeper.ts';
import type { Log } from '../../../src/platform/log.ts';
import type { Drawing } from '../../../src/reply/index.ts';
import { servicesFor } from '../../command/services.ts';
import { red, testCommands } from './commands.ts';
import { quiet } from './playground.ts';

const commands = testCommands.map(({ description }) => description);
const services = await servicesFor(testCommands);
const png = async () => new Uint8Array([137, 80, 78, 71]);
const origin = 'http://127.0.0.1:8080';

function house(rasterize: (drawing: Drawing) => Promise<Uint8Array> = png, log: Log = quiet) {
  const dispatcher = createDispatcher({ commands: testCommands, services, log: quiet });
  return { commands, dispatcher, keeper: memoryKeeper(), rasterize, answers: memoryAnswers(), log };
}

const tab = (letter: string) => ({ 'x-tab': letter.repeat(32) });

function asking(asked: unknown, headers: Record<string, string> = {}): RequestInit {
  const body = new FormData();
  body.append('asking', JSON.stringify({ asked, staff: false, earlier: null, replaces: null }));
  return { method: 'POST', body, headers: { ...tab('a'), 'sec-fetch-site': 'same-origin', ...headers } };
}

const answer = z.object({ id: z.string(), buttons: z.array(z.object({ id: z.string() })) });
const shown = async (response: Response) => answer.parse(await response.json());

const echo = { kind: 'text', text: '/echo hello' };

describe('the page', () => {
  test('weighs less than 100 kB, all of it', () => {
    const folder = join(import.meta.dirname, '../../../src/platform/browser/client');
    const files = readdirSync(folder).filter((name) => name !== 'tsconfig.json');
    expect(files).toContain('main.js');
    const bytes = files.map((name) => statSync(join(folder, name)).size).reduce((sum, size) => sum + size, 0);
    expect(bytes).toBeLessThan(100_000);
  });

  test('allows nothing but its own files', async () => {
    const app = routes(house(), true);
    for (const path of ['/', '/main.js', '/page.css', '/welcome', '/nowhere']) {
      const { headers } = await app.request(origin + path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("require-trusted-types-for 'script'");
      expect(policy).not.toMatch(/unsafe|https?:|\*/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  test('is the only thing served from its folder', async () => {
    const app = routes(house(), true);
    expect((await app.request(`${origin}/main.js`)).headers.get('content-type')).toContain('javascript');
    for (const path of ['/tsconfig.json', '/..%2fguard.ts', '/%2e%2e/guard.ts', '/main.js.map'])
      expect((await app.request(origin + path)).status).toBe(404);
  });
});

describe('other sites', () => {
  test('cannot ask in somebody’s name', async () => {
    const app = routes(house(), true);
    const foreign = { 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.example' };
    expect((await app.request(`${origin}/answers`, asking(echo, foreign))).status).toBe(403);
    expect((await app.request(`${origin}/answers`, asking(echo))).status).toBe(200);
  });

  test('cannot reach a page on loopback by a name of their own', async () => {
    const foreign = 'http://rebound.example:8080/welcome';
    expect((await routes(house(), true).request(foreign)).status).toBe(403);
    expect((await routes(house(), false).request(foreign)).status).toBe(200);
    for (const name of ['localhost', '[::1]'])
      expect((await routes(house(), true).request(`http://${name}:8080/welcome`)).status).toBe(200);
  });
});

describe('questions', () => {
  test('that no page of ours sends are refused', async () => {
    const app = routes(house(), true);
    const status = async (init: RequestInit) => (await app.request(`${origin}/answers`, init)).status;
    expect(await status(asking({ kind: 'guess' }))).toBe(400);
    expect(await status(asking(echo, { 'x-tab': 'me' }))).toBe(400);
    const many = new FormData();
    many.append('asking', JSON.stringify({ asked: echo, staff: false, earlier: null, replaces: null }));
    for (let count = 0; count < 11; count++) many.append('file', new Blob(['1']), `${count}.csv`);
    expect(await status({ ...asking(echo), body: many })).toBe(400);
  });

  test('larger than all their files may be are not read', async () => {
    const body = new FormData();
    body.append('file', new Blob([new Uint8Array(26 * 1024 * 1024)]), 'huge.npy');
    const app = routes(house(), true);
    expect((await app.request(`${origin}/answers`, { ...asking(echo), body })).status).toBe(413);
  });

  test('are answered for their own tab alone: its faces, its buttons', async () => {
    const app = routes(house(), true);
    const answered = await app.request(`${origin}/answers`, asking(echo));
    const { id, buttons } = await shown(answered);
    const faces = (headers: Record<string, string>) =>
      app.request(`${origin}/answers/${id}/faces`, { headers });
    expect((await faces(tab('b'))).status).toBe(404);
    expect((await faces(tab('a'))).status).toBe(200);
    const press = { kind: 'press', button: buttons[0]?.id };
    const foreign = await app.request(`${origin}/answers`, asking(press, tab('b')));
    expect(JSON.stringify(await foreign.json())).toContain('no longer know');
    const own = await app.request(`${origin}/answers`, asking(press));
    expect(await own.json()).toEqual({ kind: 'deleted' });
  });

  test('an answer and its pictures are gone when they are deleted, and only by their tab', async () => {
    const app = routes(house(), true);
    const { id } = await shown(await app.request(`${origin}/answers`, asking(echo)));
    const picture = async () => (await app.request(`${origin}/pictures/${id}/0`)).status;
    const remove = (letter: string) =>
      app.request(`${origin}/answers/${id}`, {
        method: 'DELETE',
        headers: { ...tab(letter), 'sec-fetch-site': 'same-origin' },
      });
    await remove('b');
    expect(await picture()).toBe(200);
    await remove('a');
    expect(await picture()).toBe(404);
  });
});

describe('pictures', () => {
  test('are PNG, or SVG where the image library fails', async () => {
    const served = async (rasterize: (drawing: Drawing) => Promise<Uint8Array>) => {
      const app = routes(house(rasterize), true);
      const { id } = await shown(await app.request(`${origin}/answers`, asking(echo)));
      return await app.request(`${origin}/pictures/${id}/0`);
    };
    expect((await served(png)).headers.get('content-type')).toBe('image/png');
    const svg = await served(() => Promise.reject(new Error('no library')));
    expect(svg.headers.get('content-type')).toBe('image/svg+xml');
    expect(svg.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await svg.text()).toBe(red);
  });
});

describe('serving', () => {
  test('to other machines is warned about, to this one it is not', async () => {
    const warnings: string[] = [];
    const log = { ...quiet, warn: (_: object, words: string) => void warnings.push(words) };
    const own = await startBrowser({ ...house(png, log), port: 0 });
    expect(own.connected()).toBe(true);
    expect((await fetch(`http://127.0.0.1:${own.port}/welcome`)).status).toBe(200);
    await own.stop();
    expect(own.connected()).toBe(false);
    expect(warnings).toEqual([]);
  });

  test('a taken port is told', async () => {
    const first = await startBrowser({ ...house(), port: 0 });
    await expect(startBrowser({ ...house(), port: first.port })).rejects.toThrow(/EADDRINUSE/);
    await first.stop();
  });
});
