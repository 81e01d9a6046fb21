import { PermissionFlagsBits } from 'discord.js';
import { afterEach, describe, expect, it } from 'vitest';
import type { Invocation, Task } from '../../../src/command/index.ts';
import { attachedFile, fileOrigins } from '../../../src/platform/discord/files.ts';
import { discordLimits } from '../../../src/platform/limits.ts';
import { answering, type Lifeguard, startLifeguard } from './lifeguard.ts';
import { byBot } from './posts.ts';

let lifeguard: Lifeguard;

afterEach(() => lifeguard?.stop());

const bytes = new Uint8Array([147, 78, 85, 77, 80, 89]);
const largest = discordLimits.questionFileBytes;

/** Says the bytes of each file, or why they are not there. */
const reading = ({ files }: Invocation): Task => ({
  kind: 'answer',
  visibility: 'public',
  work: async () => {
    const read = files.map(async ({ name, size, fetch }) => {
      const got = await fetch().catch((error: Error) => error.message);
      return `${name} of ${size}: ${typeof got === 'string' ? got : [...got.slice(0, 8)]}`;
    });
    const task = answering({ title: (await Promise.all(read)).join('; ') });
    return task.kind === 'answer' ? task.work() : Promise.reject(new Error('no answer'));
  },
});

describe('files of a question', () => {
  it('come with a mention, a direct message and a command', async () => {
    lifeguard = await startLifeguard({ prepare: reading });
    const ana = lifeguard.discord.user('ana');
    const file = { name: 'map.npy', bytes };
    const files = [file, { name: 'more.csv', bytes: bytes.slice(0, 1) }];
    const read = 'map.npy of 6: 147,78,85,77,80,89';
    expect((await ana.mention('pool this', { files }).answer()).text).toBe(`## ${read}; more.csv of 1: 147`);
    expect((await ana.say('this', { in: 'dm', files }).answer()).text).toContain(read);
    expect((await ana.slash('ask', { question: 'this' }, { file }).answer()).text).toBe(`## ${read}`);
    expect(lifeguard.asked[2]?.input).toEqual({ kind: 'options', values: { question: 'this' } });
  });

  it('come from nowhere but Discord', async () => {
    lifeguard = await startLifeguard({ prepare: reading });
    const { discord } = lifeguard;
    const urls = [
      'http://127.0.0.1:1/map.npy',
      'http://169.254.169.254/latest',
      'https://cdn.discordapp.com.example.org/map.npy',
      'file:///etc/passwd',
      'nonsense',
    ];
    const files = urls.map((url) => ({ name: 'map.npy', bytes, url }));
    const { text } = await discord.user('ana').mention('these', { files }).answer();
    expect(text.match(/not on a host of Discord/g)).toHaveLength(urls.length);
  });

  it.each([
    [largest, 'map.npy of 10485760: 7,7'],
    [largest + 1, 'map.npy of 10485761: too large'],
  ])('of %i bytes', async (size, said) => {
    lifeguard = await startLifeguard({ prepare: reading });
    const file = { name: 'map.npy', bytes: new Uint8Array(size).fill(7) };
    const answer = await lifeguard.discord
      .user('ana')
      .mention('this', { files: [file] })
      .answer();
    expect(answer.text).toContain(said);
  });

  it('larger than announced are not read to their end', async () => {
    lifeguard = await startLifeguard({ prepare: reading });
    const file = { name: 'map.npy', bytes: new Uint8Array(largest + 1), size: 10 };
    const answer = await lifeguard.discord
      .user('ana')
      .mention('this', { files: [file] })
      .answer();
    expect(answer.text).toContain('larger than announced');
  });

  it('that are gone are told as such', async () => {
    lifeguard = await startLifeguard({ prepare: reading });
    const { discord } = lifeguard;
    const url = `${new URL(discord.apiUrl).origin}/attachments/1/2/map.npy`;
    const answer = await discord
      .user('ana')
      .mention('this', { files: [{ name: 'map.npy', bytes, url }] })
      .answer();
    expect(answer.text).toContain('status 404');
  });

  it('are taken from the two hosts of Discord, over https alone', async () => {
    const origins = fileOrigins('https://discord.com/api');
    expect(origins).toEqual(['https://cdn.discordapp.com', 'https://media.discordapp.net']);
    const plain = attachedFile({ name: 'a', size: 1, url: 'http://cdn.discordapp.com/a' }, origins);
    await expect(plain.fetch()).rejects.toThrow('not on a host of Discord');
  });
});

describe('without the permission to attach files', () => {
  const withPicture = () =>
    answering({
      title: '2 × 2 × 4',
      blocks: [
        { kind: 'picture', alt: 'Four windows.', draw: () => ({ svg: '<svg/>', width: 1, height: 1 }) },
      ],
      actions: [{ kind: 'delete', label: 'delete' }],
    });

  it.each(['mention', 'command'] as const)(
    'the answer to a %s goes out in words and says so',
    async (way) => {
      lifeguard = await startLifeguard({ prepare: withPicture });
      const { discord } = lifeguard;
      discord.guild.channel.deny(PermissionFlagsBits.AttachFiles);
      const ana = discord.user('ana');
      const answer = await (way === 'mention' ? ana.mention('4x4x4') : ana.slash('pool')).answer();
      expect(answer.text).toContain('Four windows.');
      expect(answer.text).toContain('I may not attach files here, so a picture is left out.');
      expect(answer.pictures).toEqual([]);
      expect(answer.buttons).toHaveLength(1);
    },
  );

  it('asks for nothing to be drawn where Discord says so beforehand', async () => {
    let drawn = 0;
    const rasterize = async () => {
      drawn += 1;
      return bytes;
    };
    lifeguard = await startLifeguard({ prepare: withPicture }, { rasterize });
    const { discord } = lifeguard;
    discord.guild.channel.deny(PermissionFlagsBits.AttachFiles);
    await discord.user('ana').slash('pool').answer();
    expect(drawn).toBe(0);
  });

  it('needs none to embed links', async () => {
    lifeguard = await startLifeguard({ prepare: withPicture });
    const { discord } = lifeguard;
    discord.guild.channel.deny(PermissionFlagsBits.EmbedLinks);
    expect((await discord.user('ana').mention('4x4x4').answer()).pictures).toHaveLength(1);
  });
});

describe('pictures of an answer', () => {
  const mebibyte = 1024 * 1024;
  const pictures = (count: number) =>
    Array.from({ length: count }, (_, n) => ({
      kind: 'picture' as const,
      alt: `Map ${n}.`,
      draw: () => ({ svg: '<svg/>', width: 1, height: 1 }),
    }));

  it.each([
    [10 * mebibyte, 1],
    [10 * mebibyte + 1, 0],
  ])('of %i bytes', async (size, shown) => {
    const rasterize = async () => new Uint8Array(size);
    lifeguard = await startLifeguard({ prepare: () => answering({ blocks: pictures(1) }) }, { rasterize });
    const answer = await lifeguard.discord.user('ana').mention('draw').answer();
    expect(answer.pictures).toHaveLength(shown);
    expect(answer.text.includes('Map 0.')).toBe(shown === 0);
  });

  it.each([
    [5 * mebibyte, 1],
    [5 * mebibyte + 1, 2],
  ])('five of %i bytes', async (size, messages) => {
    const rasterize = async () => new Uint8Array(size);
    lifeguard = await startLifeguard({ prepare: () => answering({ blocks: pictures(5) }) }, { rasterize });
    const said = lifeguard.discord.user('ana').mention('draw');
    await said.next(messages - 1);
    await lifeguard.bot.stop();
    expect(byBot(lifeguard.discord)).toHaveLength(messages);
  });
});
