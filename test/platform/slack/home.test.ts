import { expect, test } from 'vitest';
import { seen } from './index.ts';
import { commands, startSetting, ways } from './setting.ts';

test.each(ways)('the Home tab shows help and every command, over %s', async (way) => {
  const setting = await startSetting(way);
  const ana = setting.slack.user('ana');
  const { view } = await (await ana.openHome()).view();
  expect(view.type).toBe('home');
  const shown = seen({ text: '', blocks: Array.isArray(view.blocks) ? view.blocks : [] });
  for (const { name, summary } of commands) expect(shown).toContain(`/lifeguard ${name} ${summary}`);
  expect(shown).toContain('mention me in a channel');
  await setting.stop();
});

test('a Home tab that Slack does not take costs a line in the log', async () => {
  const setting = await startSetting('socket');
  setting.slack.limit('views.publish', { retryAfter: 3_600, times: 9 });
  const ana = setting.slack.user('ana');
  await ana.openHome();
  await (await ana.dm('still there')).answer();
  expect(setting.logged).toMatchObject([{ level: 'warn', text: 'the Home tab could not be published' }]);
  await setting.stop();
});

test('a view holds as many commands as a manifest', async () => {
  const [first] = commands;
  if (!first) throw new Error('no command');
  const many = Array.from({ length: 49 }, (_, at) => ({
    ...first,
    name: `c${at}`,
    summary: 's'.repeat(100),
  }));
  const setting = await startSetting('socket', { setup: { commands: many } });
  const { view } = await (await setting.slack.user('ana').openHome()).view();
  const shown = seen({ text: '', blocks: Array.isArray(view.blocks) ? view.blocks : [] });
  for (const { name } of many) expect(shown).toContain(`/lifeguard ${name} s`);
  await setting.stop();
});
