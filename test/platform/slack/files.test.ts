import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fetchFile } from '../../../src/platform/slack/hearing/files.ts';
import { seen } from './index.ts';
import { answering, manifestFor, message, type Setting, startSetting, ways } from './setting.ts';

const bytes = new TextEncoder().encode('1,2\n3,4\n');
const csv = { name: 'map.csv', bytes };
const mostBytes = 10 * 1024 * 1024;

let setting: Setting;
afterEach(() => setting.stop());

/** Answers with what the first file holds, or with why it is not there. */
const reading: Setting['tutor']['respond'] = ({ files }) => ({
  kind: 'answer',
  visibility: 'public',
  work: async () => {
    const [file] = files;
    if (!file) return message({ title: 'no file' });
    try {
      const all = await file.fetch();
      return message({ title: `${file.name}, ${file.size}: ${new TextDecoder().decode(all.slice(0, 20))}` });
    } catch (error) {
      return message({ title: error instanceof Error ? error.message : 'no reason' });
    }
  },
});

const downloads = () => setting.slack.workspace.journal.entries.filter(({ kind }) => kind === 'downloaded');

describe.each(ways)('files over %s', (way) => {
  beforeEach(async () => {
    setting = await startSetting(way);
    setting.tutor.respond = reading;
  });

  test('a file with a direct message is fetched when the work asks for it', async () => {
    const answer = await (await setting.slack.user('ana').dm('pool this 2x2', { files: [csv] })).answer();
    expect(seen(answer)).toBe('map.csv, 8: 1,2\n3,4\n');
    expect(setting.tutor.asked[0]).toMatchObject({ way: 'direct', files: [{ name: 'map.csv', size: 8 }] });
  });

  test('and with a mention', async () => {
    const asked = await setting.slack.user('ana').mention('general', 'pool this 2x2', { files: [csv] });
    expect(seen(await asked.answer())).toBe('map.csv, 8: 1,2\n3,4\n');
  });

  test('a mention that hides its files: the way to send them is told', async () => {
    const ana = setting.slack.user('ana');
    const asked = await ana.mention('general', 'pool this', { files: [csv], hidesFiles: true });
    const told = await asked.answer();
    expect(told.ephemeralTo).toBe(ana.id);
    expect(seen(told)).toMatch(/^I cannot see the file\. .*direct messages/);
    expect(seen(await asked.answer(1))).toBe('no file');
  });
});

describe('what is not fetched', () => {
  beforeEach(async () => {
    setting = await startSetting('http');
    setting.tutor.respond = reading;
  });

  const asked = async (attachment: Parameters<ReturnType<Setting['slack']['user']>['dm']>[1]) =>
    seen(await (await setting.slack.user('ana').dm('pool this', attachment)).answer());

  test('a file of 10 MiB is, one byte more is not asked for', async () => {
    const large = { name: 'a.npy', bytes: new Uint8Array(mostBytes) };
    expect(await asked({ files: [large] })).toContain(`a.npy, ${mostBytes}`);
    expect(downloads()).toHaveLength(1);
    expect(await asked({ files: [{ ...large, says: mostBytes + 1 }] })).toBe('a file larger than 10 MiB');
    expect(downloads()).toHaveLength(1);
  });

  test('one that is larger than Slack said ends at the limit', async () => {
    const large = { name: 'a.npy', bytes: new Uint8Array(mostBytes + 1), says: 8 };
    expect(await asked({ files: [large] })).toBe('a file larger than 10 MiB, and than Slack said');
  });

  test.each([
    'https://files.slack.com.evil.example/map.csv',
    'http://files.slack.com/map.csv',
    'https://evil.example/files.slack.com/map.csv',
    'https://files.slack.com@evil.example/map.csv',
    'file:///etc/passwd',
    'map.csv',
  ])('%s', async (url) => {
    expect(await asked({ files: [{ ...csv, url }] })).toBe('a file that does not stand at Slack');
  });
});

test('without files:read Slack leads to its sign-in page, which is no file', async () => {
  const manifest = manifestFor('http');
  const bot = manifest.oauth_config.scopes.bot.filter((scope) => scope !== 'files:read');
  setting = await startSetting('http', { manifest: { ...manifest, oauth_config: { scopes: { bot } } } });
  setting.tutor.respond = reading;
  const answer = await (await setting.slack.user('ana').dm('pool this', { files: [csv] })).answer();
  expect(seen(answer)).toBe('fetch failed');
});

test('a file of which the event tells no address is asked for', async () => {
  setting = await startSetting('http');
  setting.tutor.respond = () => answering();
  const { slack } = setting;
  await (await slack.user('ana').dm('x', { files: [csv] })).answer();
  const [file] = [...slack.workspace.files.values()];
  if (!file) throw new Error('no file');
  const { webApi } = await import('@slack/bolt');
  const client = new webApi.WebClient(slack.botToken, { slackApiUrl: slack.apiUrl });
  const note = { id: file.id, name: file.name, size: 8, url: null };
  expect(await fetchFile(note, { client, apiUrl: slack.apiUrl })).toEqual(Buffer.from(bytes));
});
