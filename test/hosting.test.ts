import { cp, mkdtemp, readFile, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { readConfig, variables } from '../src/config.ts';
import { startDiscordServer } from './platform/discord/server.ts';
import { endPrograms, lines, startMain } from './program.ts';
import { postgres } from './store/engines.ts';

afterEach(endPrograms);

const root = join(import.meta.dirname, '..');
const text = (path: string) => readFile(join(root, path), 'utf8');

const seconds = z
  .string()
  .regex(/^\d+s$/)
  .transform((value) => Number.parseInt(value, 10));
const service = z.object({
  environment: z.record(z.string(), z.union([z.string(), z.number()])),
  healthcheck: z.object({ test: z.array(z.string()), interval: seconds, timeout: seconds }),
  stop_grace_period: seconds,
  restart: z.literal('unless-stopped'),
});
const compose = z.object({
  services: z.object({
    lifeguard: service.extend({
      build: z.literal('.'),
      env_file: z.literal('.env'),
      depends_on: z.object({ database: z.object({ condition: z.literal('service_healthy') }) }),
    }),
    database: service.extend({
      image: z.string().regex(/^postgres:\d+$/),
      volumes: z.array(z.string()),
    }),
  }),
  volumes: z.record(z.string(), z.null()),
});

/** compose.yaml as the engine sees it, with the one secret that it takes from .env. */
async function composed() {
  const source = await text('compose.yaml');
  const secrets = new Set([...source.matchAll(/\$\{(\w+)/g)].map(([, name]) => name));
  const filled = source.replace(/\$\{(\w+):\?[^}]*\}/g, 'hunter2');
  return { source, secrets, ...compose.parse(parse(filled)) };
}

test('compose.yaml gives Lifeguard a configuration that it takes, and nothing that it does not know', async () => {
  const { services, volumes, secrets } = await composed();
  const { environment, stop_grace_period, healthcheck } = services.lifeguard;
  for (const name of Object.keys(environment)) expect(Object.keys(variables.shape)).toContain(name);
  const given = Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, String(value)]));
  const config = readConfig({ DISCORD_TOKEN: 'token', ...given });
  expect(healthcheck.test.join(' ')).toContain(`127.0.0.1:${config.opsPort}/readyz`);
  expect(stop_grace_period).toBeGreaterThan(10);

  const url = new URL(config.databaseUrl);
  const { environment: made, volumes: mounted, healthcheck: ready } = services.database;
  expect([url.hostname, url.port]).toEqual(['database', '5432']);
  expect(url.username).toBe(made.POSTGRES_USER);
  expect(url.password).toBe(made.POSTGRES_PASSWORD);
  expect(url.pathname).toBe(`/${made.POSTGRES_DB}`);
  expect(ready.test).toEqual([
    'CMD',
    'pg_isready',
    `--username=${made.POSTGRES_USER}`,
    `--dbname=${made.POSTGRES_DB}`,
  ]);
  for (const volume of mounted) expect(Object.keys(volumes)).toContain(volume.split(':')[0]);
  expect([...secrets]).toEqual(['POSTGRES_PASSWORD']);
});

test('no secret stands in compose.yaml, and none is copied into the image', async () => {
  const { source } = await composed();
  expect(source.match(/PASSWORD: .*/g)).toEqual([
    expect.stringMatching(/^PASSWORD: \$\{POSTGRES_PASSWORD:\?/),
  ]);
  expect((await text('.dockerignore')).split('\n')).toContain('.env');
});

test('what the Dockerfile copies answers with PostgreSQL, is ready, and stops at once', async () => {
  const copied = [...(await text('Dockerfile')).matchAll(/^COPY (.+) \.\/\S*$/gm)].flatMap(([, names = '']) =>
    names.split(' '),
  );
  const clean = await mkdtemp(join(tmpdir(), 'lifeguard-image-'));
  for (const name of copied) await cp(join(root, name), join(clean, name), { recursive: true });
  // `npm ci --omit=dev` fills it there; that only dependencies are imported is knip's to hold.
  await symlink(join(root, 'node_modules'), join(clean, 'node_modules'));

  const discord = await startDiscordServer();
  const settings = {
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    DATABASE_URL: await postgres.database(),
    NODE_ENV: 'production',
  };
  const program = await startMain(settings, join(clean, 'src/main.ts'));
  expect((await lines(program, 3))[0]).toContain('Discord');
  const answer = await discord.user('ana').mention('AveragePooling2D(2) on 4x4x4').answer();
  expect(answer.text).toContain('2 × 2 × 4');
  const ready = await fetch(`http://127.0.0.1:${program.port}/readyz`);
  expect(await ready.json()).toMatchObject({ status: 'ready', connected: { store: true, discord: true } });
  program.child.kill('SIGTERM');
  expect(await program.ended).toBe(0);
  expect(await program.errors).toBe('');
  await discord.stop();
});
