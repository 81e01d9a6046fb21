import { afterEach, expect, it } from 'vitest';
import { type Lifeguard, startLifeguard } from './lifeguard.ts';

let lifeguard: Lifeguard;

afterEach(() => lifeguard.stop());

/** Remembers what it was told, and says when it was told this. */
function communities() {
  const told: string[] = [];
  const waiting = new Map<string, () => void>();
  const tell = (what: string) => {
    told.push(what);
    waiting.get(what)?.();
    return Promise.resolve();
  };
  return {
    left: (id: string) => tell(`left ${id}`),
    joined: (id: string) => tell(`joined ${id}`),
    when: (what: string) =>
      told.includes(what)
        ? Promise.resolve()
        : new Promise<void>((resolve) => void waiting.set(what, resolve)),
    told,
  };
}

it('what is kept of a server goes when it removes the bot, and stays when it is back', async () => {
  const kept = communities();
  lifeguard = await startLifeguard({}, { communities: kept });
  const { guild } = lifeguard.discord;
  await kept.when(`joined ${guild.id}`);
  lifeguard.discord.leave(guild);
  await kept.when(`left ${guild.id}`);
  const other = lifeguard.discord.createGuild();
  lifeguard.discord.rejoin(other);
  await kept.when(`joined ${other.id}`);
  expect(kept.told).toEqual([`joined ${guild.id}`, `left ${guild.id}`, `joined ${other.id}`]);
});

it('a database that is away does not stop the bot', async () => {
  const away = () => Promise.reject(new Error('away'));
  lifeguard = await startLifeguard({}, { communities: { left: away, joined: away } });
  expect((await lifeguard.discord.user('ana').mention('there?').answer()).text).toBe('## there?');
  expect(lifeguard.log.map(({ message }) => message)).toContain('servers are not all known');
});
