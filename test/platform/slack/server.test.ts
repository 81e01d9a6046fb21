import { webApi } from '@slack/bolt';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type SlackServer, startSlackServer } from './index.ts';
import { post } from './server/posting.ts';
import { channelNamed } from './server/workspace.ts';
import { manifestFor, pixel } from './setting.ts';

let slack: SlackServer;
let client: webApi.WebClient;
let channel: string;
beforeAll(async () => {
  slack = await startSlackServer({ manifest: manifestFor('socket') });
  client = new webApi.WebClient(slack.botToken, { slackApiUrl: slack.apiUrl });
  channel = channelNamed(slack.workspace, 'general').id;
});
afterAll(() => slack.stop());

const call = async (
  method: string,
  args: Record<string, unknown>,
  token = slack.botToken,
): Promise<Record<string, unknown>> => {
  const answer = await fetch(slack.apiUrl + method, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(args),
  });
  return Object(await answer.json());
};
const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });

describe('tokens', () => {
  test.each([
    ['none', 'auth.test', '', 'not_authed'],
    ['a wrong one', 'auth.test', 'xoxb-no', 'invalid_auth'],
    ['a bot token for a socket', 'apps.connections.open', null, 'not_allowed_token_type'],
    ['a bot token without the scope', 'users.info', null, 'missing_scope'],
  ])('%s', async (_, method, token, error) => {
    expect(await call(method, { user: 'U1' }, token ?? slack.botToken)).toMatchObject({
      ok: false,
      error,
    });
  });
});

describe('messages', () => {
  test.each([
    ['nothing to say', {}, 'no_text'],
    ['an unknown channel', { channel: 'C1', text: 'x' }, 'channel_not_found'],
    ['a thread that is not there', { text: 'x', thread_ts: '1.1' }, 'invalid_thread_ts'],
    ['blocks that are no list', { blocks: '{' }, 'invalid_blocks_format'],
    [
      'blocks too long together',
      { blocks: Array(5).fill(section('x'.repeat(2_999))) },
      'msg_blocks_too_long',
    ],
  ])('%s is refused', async (_, args, error) => {
    expect(await call('chat.postMessage', { channel, ...args })).toMatchObject({ ok: false, error });
  });

  test.each([
    ['an unknown block', { type: 'poem' }, 'unsupported type: poem [json-pointer:/blocks/0/type]'],
    [
      'a text too long',
      section('x'.repeat(3_001)),
      'must be less than 3001 characters [json-pointer:/blocks/0/text/text]',
    ],
    [
      'a property that Slack does not know',
      { ...section('x'), colour: 'red' },
      'invalid additional property: colour [json-pointer:/blocks/0]',
    ],
    [
      'a file that is not there',
      { type: 'image', alt_text: 'x', slack_file: { id: 'F000000000' } },
      'invalid slack file [json-pointer:/blocks/0/slack_file]',
    ],
  ])('%s is refused with its place', async (_, block, message) => {
    expect(await call('chat.postMessage', { channel, blocks: [block] })).toMatchObject({
      error: 'invalid_blocks',
      errors: [message],
      response_metadata: { messages: [`[ERROR] ${message}`] },
    });
  });

  test('51 blocks are refused', async () => {
    const blocks = Array(51).fill({ type: 'divider' });
    expect(await call('chat.postMessage', { channel, blocks })).toMatchObject({
      errors: ['no more than 50 items allowed [json-pointer:/blocks]'],
    });
  });

  test('a text above 40,000 characters is cut, with a warning; an update takes 4,000', async () => {
    const { ts, warning } = await call('chat.postMessage', { channel, text: 'x'.repeat(40_001) });
    expect(warning).toBe('message_truncated');
    expect(await call('chat.update', { channel, ts, text: 'x'.repeat(4_001) })).toMatchObject({
      error: 'msg_too_long',
    });
  });

  test('a channel that the bot left is closed to it', async () => {
    slack.removeBotFrom('closed');
    const { id } = channelNamed(slack.workspace, 'closed');
    expect(await call('chat.postMessage', { channel: id, text: 'x' })).toMatchObject({
      error: 'not_in_channel',
    });
  });

  test("nobody else's message is changed or deleted", async () => {
    const { ts } = post(slack.workspace, { channel, user: slack.user('ana').id, text: 'x' });
    expect(await call('chat.delete', { channel, ts })).toMatchObject({ error: 'cant_delete_message' });
    expect(await call('chat.update', { channel, ts, text: 'y' })).toMatchObject({
      error: 'cant_update_message',
    });
  });
});

test('without a connection a command fails as people see it', async () => {
  await expect(slack.user('ana').command('/pool')).rejects.toThrow('dispatch_failed');
  await expect(slack.user('ana').command('/poool')).rejects.toThrow('/poool is not a valid command');
});

test('a file is shown only once Slack has looked through it', async () => {
  slack.slowFiles(1);
  const given = await client.apiCall('files.getUploadURLExternal', {
    filename: 'a.png',
    length: pixel.length,
  });
  const { upload_url, file_id } = given as unknown as { upload_url: string; file_id: string };
  await fetch(upload_url, { method: 'POST', body: pixel });
  await client.files.completeUploadExternal({ files: [{ id: file_id, title: 'a' }] });
  const image = { type: 'image', alt_text: 'a', slack_file: { id: file_id } };
  expect(await call('chat.postMessage', { channel, blocks: [image] })).toMatchObject({ ok: false });
  await client.files.info({ file: file_id });
  expect(await call('chat.postMessage', { channel, blocks: [image] })).toMatchObject({ ok: true });
});

test('an install exchanges its code once', async () => {
  const { clientId: client_id, clientSecret: client_secret } = slack.oauth;
  const code = slack.grantCode();
  expect(await call('oauth.v2.access', { client_id, client_secret, code }, '')).toMatchObject({
    ok: true,
    access_token: expect.stringMatching(/^xoxb-/),
  });
  expect(await call('oauth.v2.access', { client_id, client_secret, code }, '')).toMatchObject({
    error: 'invalid_code',
  });
});

test('a manifest that Slack would not take is refused', async () => {
  const manifest = manifestFor('socket');
  const without = { ...manifest, oauth_config: { scopes: { bot: ['chat:write', 'commands'] } } };
  await expect(startSlackServer({ manifest: without })).rejects.toThrow(
    'app_mention: needs app_mentions:read',
  );
});
