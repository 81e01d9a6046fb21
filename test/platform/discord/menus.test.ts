import { PermissionFlagsBits } from 'discord.js';
import { afterEach, expect, it } from 'vitest';
import { answering, commands, description, held, type Lifeguard, startLifeguard } from './lifeguard.ts';
import { byBot } from './posts.ts';

let lifeguard: Lifeguard;

afterEach(() => lifeguard.stop());

const entries = () =>
  lifeguard.discord
    .commands()
    .filter(({ type }) => type === 3)
    .map(({ name, contexts }) => [name, contexts]);

it('offers the entries whose commands there are, those for staff in servers alone', async () => {
  lifeguard = await startLifeguard(
    {},
    {
      commands: [
        ...commands.filter(({ name }) => name !== 'faq'),
        description({ name: 'verify' }),
        description({ name: 'faq', subcommands: [description({ name: 'add', staffOnly: true })] }),
      ],
    },
  );
  expect(entries()).toEqual([
    ['Answer this', [0, 1, 2]],
    ['Answer this for me only', [0, 1, 2]],
    ['Check this answer', [0, 1, 2]],
    ['Save as FAQ', [0]],
  ]);
});

it('offers no entry without its command', async () => {
  lifeguard = await startLifeguard();
  expect(entries().map(([name]) => name)).toEqual(['Answer this', 'Answer this for me only']);
});

it('answers the chosen message by a reply that everybody sees', async () => {
  lifeguard = await startLifeguard();
  const { discord, asked } = lifeguard;
  const said = discord.user('ana').say('MaxPooling2D() on 28x28x64?');
  const tutor = discord.user('tutor');
  const used = tutor.messageMenu('Answer this', said);
  expect(await used.acknowledged()).toMatchObject({ isPrivate: true });
  const answer = await said.answer();
  expect(answer).toMatchObject({ isPrivate: false, pings: [], replyTo: said.id });
  expect(answer.text).toContain('MaxPooling2D() on 28x28x64?');
  expect(asked[0]).toMatchObject({ way: 'menu', command: 'ask', user: tutor.id });
  await lifeguard.bot.stop();
  expect(byBot(discord)).toEqual([answer.id]);
});

it('answers the caller alone by the second entry', async () => {
  lifeguard = await startLifeguard();
  const { discord } = lifeguard;
  const said = discord.user('ana').say('MaxPooling2D() on 28x28x64?');
  const answer = await discord.user('ben').messageMenu('Answer this for me only', said).answer();
  expect(answer).toMatchObject({ isPrivate: true, replyTo: null });
  expect(byBot(discord)).toEqual([answer.id]);
});

it('keeps an error to the caller', async () => {
  lifeguard = await startLifeguard({ prepare: () => answering({ title: 'no layer there' }, 'private') });
  const { discord } = lifeguard;
  const said = discord.user('ana').say('hello all');
  expect(await discord.user('ben').messageMenu('Answer this', said).answer()).toMatchObject({
    text: '## no layer there',
    isPrivate: true,
  });
});

it('an error that comes up in the work stays private too', async () => {
  const slow = held({ title: 'too large', visibility: 'private' });
  lifeguard = await startLifeguard({ prepare: () => slow.task });
  const { discord } = lifeguard;
  const used = discord.user('ben').messageMenu('Answer this', discord.user('ana').say('4x4x4?'));
  await used.acknowledged();
  slow.release();
  expect(await used.answer()).toMatchObject({ text: '## too large', isPrivate: true });
});

it('answers beside the message where it may not write in the channel', async () => {
  lifeguard = await startLifeguard();
  const { discord } = lifeguard;
  const said = discord.user('ana').say('4x4x4?');
  discord.guild.channel.deny(PermissionFlagsBits.SendMessages);
  const used = discord.user('ben').messageMenu('Answer this', said);
  expect(await used.followUp()).toMatchObject({ isPrivate: false, text: '## {"question":"4x4x4?"}' });
});

it("reads an answer of the bot's own, and the files of a message", async () => {
  lifeguard = await startLifeguard({}, { commands: [...commands, description({ name: 'verify' })] });
  const { discord, asked } = lifeguard;
  const ana = discord.user('ana');
  const answer = await ana.mention('what is GAP?').answer();
  ana.messageMenu('Check this answer', answer);
  await replyTo(answer.id);
  expect(asked[1]).toMatchObject({ command: 'verify', input: { values: { question: '## what is GAP?' } } });
  const bytes = new Uint8Array([1, 2, 3]);
  const said = ana.say('', { files: [{ name: 'map.npy', bytes }] });
  ana.messageMenu('Answer this', said);
  await said.answer();
  const [file] = asked[2]?.files ?? [];
  expect(file).toMatchObject({ name: 'map.npy', size: 3 });
  expect([...((await file?.fetch()) ?? [])]).toEqual([1, 2, 3]);
});

const replyTo = (id: string) =>
  lifeguard.discord.journal.until('a reply', (event) =>
    event.kind === 'created' && event.message.message_reference?.message_id === id ? true : undefined,
  );

it('says that there is nothing to read', async () => {
  lifeguard = await startLifeguard();
  const ana = lifeguard.discord.user('ana');
  const refused = await ana.messageMenu('Answer this', ana.say('')).answer();
  expect(refused).toMatchObject({ isPrivate: true });
  expect(refused.text).toContain('no text or file');
  expect(lifeguard.asked).toEqual([]);
});

it('opens a form that holds the message', async () => {
  lifeguard = await startLifeguard(
    {
      prepare: ({ command, input }) => ({
        kind: 'form',
        form: {
          kind: 'form',
          title: 'New entry',
          command,
          submit: 'Save',
          fields: [
            {
              name: 'answer',
              label: 'Answer',
              multiline: true,
              required: true,
              value: input.kind === 'options' ? String(input.values.answer) : '',
              maxLength: 4_000,
            },
          ],
        },
      }),
    },
    {
      commands: [
        ...commands,
        description({ name: 'faq', subcommands: [description({ name: 'add' })] }),
      ].slice(-1),
    },
  );
  const { discord } = lifeguard;
  const said = discord.user('ana').say('Pooling has no weights.');
  const { modal } = await discord.user('tutor').messageMenu('Save as FAQ', said).modal();
  expect(modal).toMatchObject({ custom_id: 'form faq add', title: 'New entry' });
  expect(modal.components[0]?.component.value).toBe('Pooling has no weights.');
});
