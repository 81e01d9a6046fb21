import { openStore } from '../src/store/index.ts';
import { type Chats, startChats } from '../test/platform/chats.ts';
import type { Shown } from '../test/platform/discord/driver/shown.ts';
import { seen } from '../test/platform/slack/index.ts';

/** What was on the screens, as text; the words are read back from the payloads that the platforms were sent. */
interface Walk {
  readonly platform: string;
  /** Where everybody sees the answer. */
  readonly place: string;
  readonly offered: string;
  readonly answered: string;
}

const entry = {
  title: 'Flatten or GAP?',
  answer:
    'Either works. For {{pool GlobalAveragePooling2D() on 7x7x512}} numbers instead of 25,088, take **GAP**; then the Dense layer has far fewer weights.',
  triggers: 'do I need flatten before the dense layer',
};
const question = 'hi all, is flatten still needed before the dense layer, or does GAP do?';

/** A section of the gallery: a moderator answers a student in two clicks, on either platform. */
export async function twoClicks(): Promise<string> {
  const log = { info: () => {}, warn: () => {} };
  const store = await openStore({ url: ':memory:', secretKey: 'a key for the gallery', log });
  const chats = await startChats(store);
  try {
    const walks = [await onDiscord(chats), await onSlack(chats)];
    return [
      '## A moderator answers in two clicks',
      'From the payloads that go to each platform, as its readers see them; buttons are in brackets.',
      ...walks.map(section),
    ].join('\n\n');
  } finally {
    await chats.stop();
    await store.close();
  }
}

function section({ platform, place, offered, answered }: Walk): string {
  const screen = (text: string) => ['```text', text, '```'].join('\n');
  return [
    `### On ${platform}`,
    'Sam writes, without calling the bot:',
    screen(question),
    'A tutor chooses **Answer this** in the message’s menu, and alone sees:',
    screen(offered),
    `The tutor presses **${entry.title}**, and everybody sees ${place}:`,
    screen(answered),
  ].join('\n\n');
}

async function onDiscord({ discord, tutorOnDiscord }: Chats): Promise<Walk> {
  const tutor = tutorOnDiscord();
  await tutor.slash('faq save', entry).answer();
  const said = discord.user('sam').say(question);
  const offered = await tutor.messageMenu('Answer this', said).answer();
  tutor.press(offered.button(entry.title));
  const answered = await said.answer();
  return {
    platform: 'Discord',
    place: 'as a reply to Sam',
    offered: onScreen(offered),
    answered: onScreen(answered),
  };
}

const onScreen = ({ text, buttons }: Shown): string =>
  [text, '', buttons.map(({ label }) => `[${label}]`).join(' ')].join('\n');

async function onSlack({ slack, tutorOnSlack }: Chats): Promise<Walk> {
  const tutor = tutorOnSlack();
  const saved = Object.entries(entry).map(([name, value]) => `${name}="${value}"`);
  await (await tutor.command('/lifeguard', `faq save ${saved.join(' ')}`)).answer();
  const said = await slack.user('sam').say('general', question);
  const offered = await (await tutor.choose('general', said.ts, 'Answer this')).answer();
  const { journal, bot } = slack.workspace;
  const since = journal.entries.length;
  await tutor.press(offered, entry.title);
  const answered = await journal.find(
    (one): one is Extract<typeof one, { kind: 'posted' }> =>
      one.kind === 'posted' && one.message.user === bot.userId && one.message.thread === said.ts,
    since,
  );
  return {
    platform: 'Slack',
    place: 'in the thread of the message',
    offered: seen(offered),
    answered: seen(answered.message),
  };
}
