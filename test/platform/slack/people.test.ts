import { afterEach, expect, test } from 'vitest';
import type { Action } from '../../../src/reply/index.ts';
import { seen } from './index.ts';
import type { Entry } from './server/workspace.ts';
import { answering, manifestFor, type Setting, startSetting, withMore } from './setting.ts';

let setting: Setting;
afterEach(() => setting.stop());

const start = async (scopes: readonly string[], staff: readonly string[] = []) => {
  setting = await startSetting('socket', {
    manifest: withMore(manifestFor('socket'), scopes),
    setup: { staff },
  });
  return setting;
};

const calls = (method: string) =>
  setting.slack.workspace.journal.entries.filter((entry) => entry.kind === 'call' && entry.method === method);

const admin = (name: string) => {
  const known = setting.slack.workspace.people.get(setting.slack.user(name).id);
  if (known) known.isAdmin = true;
  return setting.slack.user(name);
};

test('without more scopes nobody is asked about, and nobody is staff', async () => {
  const { slack, tutor } = await start([]);
  await (await admin('ana').command('/pool', 'x')).answer();
  await (await slack.user('ana').mention('general', 'x')).answer();
  expect(tutor.asked).toMatchObject([
    { staff: false, roles: [] },
    { staff: false, roles: [] },
  ]);
  expect([...calls('users.info'), ...calls('usergroups.list')]).toEqual([]);
});

test('whoever the operator names is staff', async () => {
  const { slack, tutor } = await start([], ['U000000001']);
  const ana = slack.user('ana');
  expect(ana.id).toBe('U000000001');
  await (await ana.command('/pool', 'x')).answer();
  await (await slack.user('ben').command('/pool', 'x')).answer();
  expect(tutor.asked.map(({ staff }) => staff)).toEqual([true, false]);
});

test('with users:read the admins are staff, asked of Slack once', async () => {
  const { slack, tutor } = await start(['users:read']);
  await (await admin('ana').command('/pool', 'x')).answer();
  await (await slack.user('ana').mention('general', 'x')).answer();
  await (await slack.user('ben').mention('general', 'x')).answer();
  expect(tutor.asked.map(({ staff }) => staff)).toEqual([true, true, false]);
  expect(calls('users.info')).toHaveLength(2);
});

test('with usergroups:read the user groups are roles', async () => {
  const { slack, tutor } = await start(['usergroups:read']);
  const [ana, ben] = [slack.user('ana'), slack.user('ben')];
  slack.workspace.groups.set('S0TUTORS', [ana.id]).set('S0WEEK3', [ana.id, ben.id]);
  await (await ana.command('/pool', 'x')).answer();
  await (await ben.command('/pool', 'x')).answer();
  expect(tutor.asked.map(({ roles }) => roles)).toEqual([['S0TUTORS', 'S0WEEK3'], ['S0WEEK3']]);
  expect(calls('usergroups.list')).toHaveLength(1);
});

test('a Slack that does not say who somebody is costs the standing, not the answer', async () => {
  const { slack, tutor } = await start(['users:read', 'usergroups:read']);
  slack.limit('users.info', { retryAfter: 60, times: 9 });
  slack.limit('usergroups.list', { retryAfter: 60, times: 9 });
  await (await admin('ana').command('/pool', 'x')).answer();
  expect(tutor.asked).toMatchObject([{ staff: false, roles: [] }]);
});

test('staff changes and deletes the answers of others', async () => {
  const { slack, tutor } = await start([], ['U000000002']);
  const remove: Action = { kind: 'delete', label: 'Delete' };
  const other: Action = { kind: 'ask', label: 'as PyTorch', command: 'pool', options: { question: '4x4' } };
  tutor.respond = ({ input }) => answering({ title: input.kind, actions: [other, remove] });
  const [ana, tina] = [slack.user('ana'), slack.user('tina')];
  expect(tina.id).toBe('U000000002');
  const answer = await (await ana.mention('general', 'x')).answer();
  expect(seen(await (await tina.press(answer, 'as PyTorch')).changed())).toContain('options');
  expect((await (await ana.press(answer, 'as PyTorch')).changed()).ts).toBe(answer.ts);
  const deleted = await tina.press(answer, 'Delete');
  expect((await deleted.changed()).isDeleted).toBe(true);
  const note = await deleted.answer();
  const since = slack.workspace.journal.entries.length;
  await tina.press(note, 'bring it back');
  const isPosted = (entry: Entry): entry is Entry & { readonly kind: 'posted' } =>
    entry.kind === 'posted' && entry.message.ephemeralTo === null;
  const { message: again } = await slack.workspace.journal.find(isPosted, since);
  expect((await (await ana.press(again, 'Delete')).changed()).isDeleted).toBe(true);
});
