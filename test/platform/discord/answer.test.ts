import { afterEach, expect, it } from 'vitest';
import { type Block, code, type Message, strong } from '../../../src/reply/index.ts';
import { answering, type Lifeguard, startLifeguard } from './lifeguard.ts';

let lifeguard: Lifeguard;

afterEach(() => lifeguard.stop());

const picture = (alt: string, svg = '<svg>a picture</svg>'): Block => ({
  kind: 'picture',
  alt,
  draw: () => ({ svg, width: 10, height: 10 }),
});
const text = (content: string): Block => ({ kind: 'text', content });

async function start(parts: Partial<Message>, setup = {}): Promise<Lifeguard> {
  lifeguard = await startLifeguard({ prepare: () => answering(parts) }, setup);
  return lifeguard;
}

it('shows a picture with its words', async () => {
  const { discord } = await start({ title: 'seen', blocks: [picture('One window lit.')] });
  const answer = await discord.user('ana').slash('pool').answer();
  expect(answer.pictures).toEqual([
    { url: expect.stringContaining('picture-1.png'), alt: 'One window lit.' },
  ]);
  const bytes = await discord.download(answer.pictures[0]?.url ?? '');
  expect(Buffer.from(bytes).toString()).toBe('<svg>a picture</svg>');
  expect(answer.api.attachments).toMatchObject([
    { filename: 'picture-1.png', description: 'One window lit.' },
  ]);
});

it('shows a picture in a direct message and a private answer too', async () => {
  lifeguard = await startLifeguard({
    prepare: () => answering({ title: 'seen', blocks: [picture('alt')] }, 'private'),
  });
  const ana = lifeguard.discord.user('ana');
  expect((await ana.dm('a picture').answer()).pictures).toHaveLength(1);
  expect(await ana.slash('pool').answer()).toMatchObject({ isPrivate: true, pictures: [{ alt: 'alt' }] });
});

it('answers in words where a picture cannot be drawn or is too large', async () => {
  const rasterize = async ({ svg }: { svg: string }) => {
    if (svg === 'broken') throw new Error('no font');
    return new Uint8Array(10 * 1024 * 1024 + 1);
  };
  const blocks = [picture('The first map.', 'broken'), picture('The second map.')];
  const { discord, log } = await start({ title: 'in words', blocks }, { rasterize });
  const answer = await discord.user('ana').mention('draw').answer();
  expect(answer.pictures).toEqual([]);
  expect(answer.text).toContain('The first map.');
  expect(answer.text).toContain('The second map.');
  expect(log.flatMap(({ level, message }) => (level === 'info' ? [] : [message])).sort()).toEqual([
    'a picture could not be drawn',
    'a picture is too large for Discord',
  ]);
});

it('replaces the picture when the answer changes', async () => {
  let pictures = 0;
  lifeguard = await startLifeguard({
    prepare: () => {
      pictures += 1;
      return answering({
        title: `picture ${pictures}`,
        blocks: [picture(`map ${pictures}`)],
        actions: [{ kind: 'ask', label: 'again', command: 'pool', options: {} }],
      });
    },
  });
  const ana = lifeguard.discord.user('ana');
  const first = await ana.slash('pool').answer();
  const second = await ana.press(first.button('again')).answer();
  expect(second.pictures.map(({ alt }) => alt)).toEqual(['map 2']);
  expect(second.api.attachments).toHaveLength(1);
});

it('pings nobody, whatever is asked', async () => {
  const hostile = [
    '@everyone @here <@123456789012345678> <@&123456789012345678> <#123456789012345678>',
    '**bold** ||spoiler|| ~~gone~~ `code` ```block``` [click](https://evil.example) https://evil.example',
    '# heading\n> quote\n- list\n<:emoji:123456789012345678> :smile: <t:0:R>',
  ].join('\n');
  lifeguard = await startLifeguard({
    prepare: () =>
      answering({
        title: hostile,
        understood: [code(hostile), strong(hostile)],
        blocks: [text(hostile), { kind: 'code', language: 'text', code: hostile }],
        assumptions: [hostile],
        sources: [{ label: hostile, href: 'https://keras.io/' }],
      }),
  });
  const { discord } = lifeguard;
  const ana = discord.user('ana');
  for (const answer of [
    await ana.mention(hostile).answer(),
    await ana.dm(hostile).answer(),
    await ana.slash('pool', { question: hostile }).answer(),
  ]) {
    expect(answer.pings).toEqual([]);
    expect(answer.markdown).not.toMatch(/@everyone|@here/);
    expect(answer.text).toContain('[click](https://evil.example)');
    expect(answer.markdown.replace(/```[\s\S]*?```|``[\s\S]*?``|`[^`]*`/g, '')).not.toMatch(
      /(?<!\\)(?:<@|\]\(https:\/\/evil)/,
    );
  }
});

it.each([
  ['a slash command', 'slash'],
  ['a mention', 'mention'],
] as const)('posts a long answer to %s in further messages', async (_, way) => {
  const words = Array.from({ length: 700 }, (__, n) => `word${n}`).join(' ');
  const { discord } = await start({ blocks: [text(words)] });
  const ana = discord.user('ana');
  const said = ana.mention('long');
  const shown =
    way === 'mention'
      ? [await said.next(0), await said.next(1)]
      : await (async () => {
          const asked = ana.slash('pool');
          return [await asked.answer(), await asked.followUp()];
        })();
  const read = shown
    .map((each) => each.text)
    .join(' ')
    .split(/\s+/);
  expect(read.join(' ')).toBe(words);
});

it('posts at most three messages and attaches the rest, within what a user-installed app may follow up', async () => {
  const words = Array.from({ length: 4_000 }, (_, n) => `word${n}`).join(' ');
  const { discord } = await start({ title: 'long', blocks: [text(words)] });
  const abroad = discord.createGuild({ hasBot: false });
  const ana = discord.user('ana');
  const answer = await ana.slash('pool', {}, { in: abroad.channel }).answer();
  expect(answer.files.map(({ name }) => name)).toEqual(['answer.txt']);
  const whole = await discord.download(answer.files[0]?.url ?? '');
  expect(Buffer.from(whole).toString()).toContain(words);
});

it('answers slash commands in a direct message', async () => {
  const { discord } = await start({ title: 'here too' });
  const answer = await discord.user('ana').slash('pool', {}, { in: 'dm' }).answer();
  expect(answer.text).toBe('## here too');
  expect(discord.guild.channel.state.messages.size).toBe(0);
});
