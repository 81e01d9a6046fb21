import { afterEach, expect, it } from 'vitest';
import { openStore, type Store } from '../../src/store/index.ts';
import { type Chats, startChats } from './chats.ts';
import { seen } from './slack/index.ts';

let stops: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const stop of stops) await stop();
  stops = [];
});

/** Chats whose entries are read only once they are released, as those of a large FAQ take their time. */
async function whileReading(): Promise<
  Chats & { readonly release: () => void; readonly reading: Promise<void> }
> {
  const log = { info: () => {}, warn: () => {} };
  const store = await openStore({ url: ':memory:', secretKey: 'a key for tests', log });
  const released = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  const changes: Store['faq']['changes'] = async (community, since) => {
    begun.resolve();
    await released.promise;
    return store.faq.changes(community, since);
  };
  const chats = await startChats({ ...store, faq: { ...store.faq, changes } });
  stops = [async () => released.resolve(), chats.stop, store.close];
  return { ...chats, release: released.resolve, reading: begun.promise };
}

const entry = { title: 'Late work', answer: 'Ten points a day.', triggers: 'how much does late work lose' };

it('a mention on Discord is taken, and others are answered, while the search index is not ready', async () => {
  const { discord, tutorOnDiscord, release, reading } = await whileReading();
  const saved = await tutorOnDiscord().slash('faq save', entry).answer();
  expect(saved.text).toContain('Saved as revision 1');
  const asked = discord.user('sam').mention('How much does late work lose?');
  await asked.typing();
  await reading;
  const other = await discord.user('ana').slash('pool', { question: 'MaxPooling2D(2) on 28x28x3' }).answer();
  expect(other.text).toContain('14 × 14 × 3');
  release();
  expect((await asked.answer()).text).toContain('Ten points a day.');
});

it('a mention on Slack is acknowledged, and others are answered, while the search index is not ready', async () => {
  const { slack, tutorOnSlack, release, reading } = await whileReading();
  const call = `faq save title="Late work" answer="Ten points a day." triggers="${entry.triggers}"`;
  const saved = await (await tutorOnSlack().command('/lifeguard', call)).answer();
  expect(seen(saved)).toContain('Saved as revision 1');
  // Settles with the acknowledgement.
  const asked = await slack.user('sam').mention('general', 'How much does late work lose?');
  await reading;
  const other = await slack.user('ana').command('/lifeguard', 'pool MaxPooling2D(2) on 28x28x3');
  expect(seen(await other.answer())).toContain('14 × 14 × 3');
  release();
  expect(seen(await asked.answer())).toContain('Ten points a day.');
});
