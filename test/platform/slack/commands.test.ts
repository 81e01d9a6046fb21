import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { pings, seen } from './index.ts';
import { answering, message, type Setting, startSetting, ways } from './setting.ts';

describe.each(ways)('slash commands over %s', (way) => {
  let setting: Setting;
  beforeEach(async () => {
    setting = await startSetting(way);
  });
  afterEach(() => setting.stop());

  test('/pool answers the whole channel, with the question above the answer', async () => {
    const { slack, tutor } = setting;
    tutor.respond = () =>
      answering({ title: '2 × 2 × 4', understood: 'I read AveragePooling2D on 4 × 4 × 4.' });
    const asked = await slack.user('ana').command('/pool', 'AveragePooling2D(2) on 4x4x4');
    expect(asked.ack).not.toMatchObject({ response_type: 'in_channel' });
    const answer = await asked.answer();
    expect(answer.ephemeralTo).toBeNull();
    expect(seen(answer)).toBe(
      'ana asked: /pool AveragePooling2D(2) on 4x4x4\n2 × 2 × 4\nI read AveragePooling2D on 4 × 4 × 4.',
    );
    expect(pings(answer)).toEqual([]);
    expect(answer.text).toContain('2 × 2 × 4');
    expect(tutor.asked).toEqual([
      {
        platform: 'slack',
        community: slack.workspace.team.id,
        channel: answer.channel,
        user: slack.user('ana').id,
        staff: false,
        roles: [],
        way: 'command',
        command: 'pool',
        input: { kind: 'text', text: 'AveragePooling2D(2) on 4x4x4' },
        files: [],
        earlier: null,
      },
    ]);
  });

  test('/lifeguard pool … is the same call', async () => {
    const { slack, tutor } = setting;
    const asked = await slack.user('ana').command('/lifeguard', 'Pool  MaxPooling2D() on 28x28x64');
    await asked.answer();
    expect(tutor.asked[0]).toMatchObject({
      command: 'pool',
      input: { kind: 'text', text: 'MaxPooling2D() on 28x28x64' },
    });
  });

  test('a private task stays with the asker, question and answer', async () => {
    const { slack, tutor } = setting;
    tutor.respond = () => answering({ visibility: 'private' });
    const ana = slack.user('ana');
    const asked = await ana.command('/pool', 'AveragePooling2D(0) on 4x4x4');
    expect(asked.ack).not.toMatchObject({ response_type: 'in_channel' });
    expect((await asked.answer()).ephemeralTo).toBe(ana.id);
  });

  test('it answers in a channel that it is not in', async () => {
    const { slack } = setting;
    slack.removeBotFrom('elsewhere');
    const asked = await slack.user('ana').command('/pool', 'x', { channel: 'elsewhere' });
    expect(seen(await asked.answer())).toBe('ana asked: /pool x\n2 × 2 × 4');
  });

  test('in a direct message there is no community', async () => {
    const { slack, tutor } = setting;
    const asked = await slack.user('ana').command('/pool', 'x', { channel: 'directmessage' });
    await asked.answer();
    expect(tutor.asked[0]?.community).toBeNull();
  });

  test('a slow job is acknowledged first and answered when it is done', async () => {
    const { slack, tutor } = setting;
    const job = Promise.withResolvers<ReturnType<typeof message>>();
    tutor.respond = () => ({ kind: 'answer', visibility: 'public', work: () => job.promise });
    const slow = await slack.user('ana').command('/pool', 'a 4K image');
    tutor.respond = () => answering({ title: 'quick' });
    const quick = await slack.user('ben').command('/pool', 'x');
    expect(seen(await quick.answer())).toBe('ben asked: /pool x\nquick');
    job.resolve(message({ title: 'slow' }));
    expect(seen(await slow.answer())).toBe('ana asked: /pool a 4K image\nslow');
  });

  test('a job that fails ends in a private apology whose id finds the log line', async () => {
    const { slack, tutor, logged } = setting;
    tutor.respond = () => ({
      kind: 'answer',
      visibility: 'public',
      work: () => Promise.reject(new Error('boom')),
    });
    const ana = slack.user('ana');
    const answer = await (await ana.command('/pool', 'x')).answer();
    expect(answer.ephemeralTo).toBe(ana.id);
    const [line] = logged.filter(({ level }) => level === 'error');
    expect(line?.facts).toMatchObject({ command: 'pool', err: { message: 'boom' } });
    const [fault = 'no id'] = /[0-9a-f]{8}/.exec(seen(answer)) ?? [];
    expect(line?.facts).toMatchObject({ fault });
    expect(seen(answer)).not.toContain('boom');
  });

  test('an error that comes up in public work is told in private', async () => {
    const { slack, tutor } = setting;
    const error = message({ title: 'pool_size must be positive', visibility: 'private' });
    tutor.respond = () => ({ kind: 'answer', visibility: 'public', work: () => error });
    const ana = slack.user('ana');
    expect((await (await ana.command('/pool', 'x')).answer()).ephemeralTo).toBe(ana.id);
  });

  test('no log line holds what people wrote', async () => {
    const { slack, logged } = setting;
    await (await slack.user('ana').command('/pool', 'my secret homework')).answer();
    expect(JSON.stringify(logged)).not.toContain('homework');
  });
});

describe('a command delivered twice', () => {
  test('is acknowledged twice and answered once', async () => {
    const setting = await startSetting('socket');
    const { slack } = setting;
    const ana = slack.user('ana');
    const asked = await ana.command('/pool', 'x');
    await asked.answer();
    await asked.again();
    await (await ana.command('/pool', 'y')).answer();
    expect(slack.seenIn('general')).toHaveLength(2);
    await setting.stop();
  });
});
