import { PermissionFlagsBits } from 'discord.js';
import { afterEach, describe, expect, it } from 'vitest';
import type { Calling, Helper } from '../../../src/command/index.ts';
import type { Action } from '../../../src/reply/index.ts';
import { type Shown, show } from './driver/shown.ts';
import type { Happening } from './journal.ts';
import { answering, type Desk, type Lifeguard, message, startLifeguard } from './lifeguard.ts';

let lifeguard: Lifeguard;

afterEach(() => lifeguard.stop());

const call: Action = { kind: 'call', label: 'call a human' };
const more: Action = { kind: 'ask', label: 'more', command: 'pool', options: { question: 'more' } };
const offering = () => answering({ title: '2 × 2 × 4', actions: [more, call] });

/** A course whose staff want `helper` called. */
async function courseCalling(helper: () => Helper, desk: Desk = {}): Promise<Lifeguard> {
  const calling = async (): Promise<Calling> => ({ kind: 'call', helper: helper() });
  lifeguard = await startLifeguard({ prepare: offering, call: calling, ...desk });
  return lifeguard;
}

/** Everybody who was pinged so far. */
const pinged = ({ discord }: Lifeguard): readonly string[] =>
  discord.journal.all.flatMap((event: Happening) => (event.kind === 'created' ? event.pings : []));

/** The message that calls somebody. */
const theCall = ({ discord }: Lifeguard): Promise<Shown> =>
  discord.journal.until('a call', (event) =>
    event.kind === 'created' && event.message.content.includes('a human is wanted')
      ? show(event.message, event.pings)
      : undefined,
  );

describe('a press of "call a human"', () => {
  it.each(['mention', 'command', 'thread'] as const)(
    'under the answer to a %s mentions the role that staff named, and nobody else',
    async (way) => {
      let role = '';
      const { discord } = await courseCalling(() => ({ kind: 'role', id: role }));
      role = discord.role('tutors');
      const ana = discord.user('ana');
      const thread = discord.guild.channel.thread('week 3');
      const asked =
        way === 'command'
          ? ana.slash('pool', { question: 'x' })
          : ana.mention('x @everyone', way === 'thread' ? { in: thread } : {});
      const answer = await asked.answer();
      const told = await ana.press(answer.button('call a human')).answer();
      expect(told).toMatchObject({ isPrivate: true });
      expect(told.text).toContain('I called a human');
      const question = way === 'command' ? answer.id : asked.id;
      const posted = await theCall(lifeguard);
      expect(posted).toMatchObject({ pings: [role], replyTo: question, isPrivate: false });
      expect(posted.markdown).toBe(
        `<@&${role}>: a human is wanted here. My answer did not help with https://discord.com/channels/${discord.guild.id}/${answer.channel}/${question}`,
      );
      expect(pinged(lifeguard)).toEqual([role]);
    },
  );

  it('mentions a person where staff named one', async () => {
    let tutor = '';
    const { discord } = await courseCalling(() => ({ kind: 'user', id: tutor }));
    tutor = discord.user('tutor').id;
    const ana = discord.user('ana');
    const answer = await ana.mention('x').answer();
    await ana.press(answer.button('call a human')).answer();
    expect((await theCall(lifeguard)).pings).toEqual([tutor]);
  });

  it('counts once for an answer, also after it was changed, by whichever instance', async () => {
    let role = '';
    const { discord } = await courseCalling(() => ({ kind: 'role', id: role }));
    role = discord.role('tutors');
    const ana = discord.user('ana');
    const answer = await ana.mention('x').answer();
    const [one, other] = [ana.press(answer.button('call a human')), ana.press(answer.button('call a human'))];
    const told = [(await one.answer()).text, (await other.answer()).text].toSorted();
    expect(told[0]).toContain('called to this answer already');
    expect(told[1]).toContain('I called a human');
    const changed = await ana.press(answer.button('more')).answer();
    expect((await ana.press(changed.button('call a human')).answer()).text).toContain('already');
    expect(pinged(lifeguard)).toEqual([role]);
  });

  it('is the asker’s alone, whoever else presses', async () => {
    let role = '';
    const { discord } = await courseCalling(() => ({ kind: 'role', id: role }));
    role = discord.role('tutors');
    const answer = await discord.user('ana').mention('x').answer();
    for (const name of ['ben', 'tutor']) {
      const permissions = name === 'tutor' ? PermissionFlagsBits.ManageGuild : 0n;
      const refused = await discord.user(name, { permissions }).press(answer.button('call a human')).answer();
      expect(refused).toMatchObject({ isPrivate: true });
      expect(refused.text).toContain('Only the person who asked');
    }
    expect(pinged(lifeguard)).toEqual([]);
    expect((await discord.user('ana').press(answer.button('call a human')).answer()).text).toContain(
      'I called',
    );
  });

  it.each([
    ['another kind of press', (call: string) => call.replace('call', 'press')],
    ['a deletion', (call: string) => call.replace('call', 'delete')],
    ['a made-up id', () => 'call 00000000-0000-0000-0000-000000000000'],
    ['no id', () => 'call'],
    ['the id of another button', (_: string, more: string) => more.replace('press', 'call')],
  ])('with its id made %s calls nobody', async (_, tampered) => {
    let role = '';
    const { discord } = await courseCalling(() => ({ kind: 'role', id: role }));
    role = discord.role('tutors');
    const ana = discord.user('ana');
    const answer = await ana.mention('x').answer();
    const customId = tampered(answer.button('call a human').customId, answer.button('more').customId);
    const refused = await ana.press({ ...answer.button('call a human'), customId }).answer();
    expect(refused.text).toContain('no longer know what this button belongs to');
    expect(pinged(lifeguard)).toEqual([]);
    expect(ana.see(answer)).not.toBeNull();
  });

  it('of another server’s answer calls nobody here', async () => {
    let role = '';
    const { discord } = await courseCalling(() => ({ kind: 'role', id: role }));
    role = discord.role('tutors');
    const ana = discord.user('ana');
    const other = discord.createGuild();
    discord.rejoin(other);
    const there = await ana.mention('x', { in: other.channel }).answer();
    const here = await ana.mention('x').answer();
    const stolen = { ...here.button('call a human'), customId: there.button('call a human').customId };
    expect((await ana.press(stolen).answer()).text).toContain('no longer know');
    expect(pinged(lifeguard)).toEqual([]);
  });

  it('tells the presser why nobody is called, and may be tried again', async () => {
    let role = '';
    const refused = {
      kind: 'refused',
      message: message({ title: 'nobody is named', visibility: 'private' }),
    };
    const answers: Calling[] = [refused as Calling];
    const { discord } = await courseCalling(() => ({ kind: 'role', id: role }), {
      call: async () => answers.pop() ?? { kind: 'call', helper: { kind: 'role', id: role } },
    });
    role = discord.role('tutors');
    const ana = discord.user('ana');
    const answer = await ana.mention('x').answer();
    expect((await ana.press(answer.button('call a human')).answer()).text).toContain('nobody is named');
    expect((await ana.press(answer.button('call a human')).answer()).text).toContain('I called a human');
  });
});

describe('whom staff named but the bot may not mention', () => {
  it('a role that only some may mention takes the permission to mention everybody', async () => {
    let role = '';
    const { discord } = await courseCalling(() => ({ kind: 'role', id: role }));
    role = discord.role('tutors', { mentionable: false });
    const ana = discord.user('ana');
    const answer = await ana.mention('x').answer();
    expect((await ana.press(answer.button('call a human')).answer()).text).toContain('I am not allowed');
    expect(lifeguard.log).toContainEqual(
      expect.objectContaining({ level: 'warn', message: 'may not mention whom staff want called' }),
    );
    discord.guild.channel.allow(PermissionFlagsBits.MentionEveryone);
    expect((await ana.press(answer.button('call a human')).answer()).text).toContain('I called');
    expect((await theCall(lifeguard)).pings).toEqual([role]);
  });

  it.each(['everybody', 'a role that is gone'])('%s is not called', async (whom) => {
    let guild = '';
    const { discord } = await courseCalling(() => ({
      kind: 'role',
      id: whom === 'everybody' ? guild : '99999999999999999',
    }));
    guild = discord.guild.id;
    discord.guild.channel.allow(PermissionFlagsBits.MentionEveryone);
    const ana = discord.user('ana');
    const answer = await ana.mention('x').answer();
    expect((await ana.press(answer.button('call a human')).answer()).text).toContain('I am not allowed');
    expect(pinged(lifeguard)).toEqual([]);
  });

  it('nor is anybody in a channel where the bot may not write', async () => {
    let role = '';
    const { discord } = await courseCalling(() => ({ kind: 'role', id: role }));
    role = discord.role('tutors');
    const ana = discord.user('ana');
    const answer = await ana.slash('pool', { question: 'x' }).answer();
    discord.guild.channel.deny(PermissionFlagsBits.SendMessages);
    expect((await ana.press(answer.button('call a human')).answer()).text).toContain('I am not allowed');
  });
});

describe('the button', () => {
  it('is not offered under what the asker alone sees', async () => {
    lifeguard = await startLifeguard({
      prepare: () => answering({ title: 'an error', actions: [more, call] }, 'private'),
    });
    const ana = lifeguard.discord.user('ana');
    const whispered = await ana.slash('pool', { question: 'x' }).answer();
    expect(whispered.buttons.map(({ label }) => label)).toEqual(['more']);
    const said = await ana.mention('x').answer();
    expect(said.buttons.map(({ label }) => label)).toEqual(['more', 'call a human']);
  });

  it('pressed under such a one all the same calls nobody', async () => {
    let role = '';
    const { discord } = await courseCalling(() => ({ kind: 'role', id: role }), {
      prepare: (invocation) =>
        answering({ actions: [call], title: 'x' }, invocation.way === 'command' ? 'private' : 'public'),
    });
    role = discord.role('tutors');
    const ana = discord.user('ana');
    const seen = await ana.mention('x').answer();
    const whispered = await ana.slash('pool', { question: 'x' }).answer();
    const moved = { ...seen.button('call a human'), message: whispered.api };
    expect((await ana.press(moved).answer()).text).toContain('Only you can see this answer');
    expect(pinged(lifeguard)).toEqual([]);
  });
});
