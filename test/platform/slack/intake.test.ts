import { describe, expect, test } from 'vitest';
import { readDirect, readMention } from '../../../src/platform/slack/hearing/intake.ts';

const mention = { type: 'app_mention', user: 'U1', text: '<@U0> 4x4', ts: '1.1', channel: 'C1' };
const direct = { type: 'message', channel_type: 'im', user: 'U1', text: '4x4', ts: '1.1', channel: 'D1' };

test('a mention and a direct message by a person are heard', () => {
  expect(readMention(mention, 'T1', 'U0')).toMatchObject({
    team: 'T1',
    channel: 'C1',
    thread: null,
    user: 'U1',
    text: '4x4',
    ts: '1.1',
  });
  expect(readDirect({ ...direct, subtype: 'file_share' }, 'T1', 'U0')?.text).toBe('4x4');
});

describe('what is not a question of a person falls through', () => {
  test.each([
    ['a bot', { bot_id: 'B1' }],
    ['an edit', { edited: { user: 'U1', ts: '1.2' } }],
    ['an edit as Slack tells it', { subtype: 'message_changed', message: {}, user: undefined }],
    ['a deletion', { subtype: 'message_deleted', user: undefined }],
    ['a notice that somebody joined', { subtype: 'channel_join' }],
    ['a hidden message', { hidden: true }],
  ])('%s', (_, change) => {
    expect(readDirect({ ...direct, ...change }, 'T1', 'U0')).toBeNull();
    expect(readMention({ ...mention, ...change }, 'T1', 'U0')).toBeNull();
  });

  test('a channel message that is no mention, even one with the same words', () => {
    expect(readDirect({ ...direct, channel: 'C1', channel_type: 'channel' }, 'T1', 'U0')).toBeNull();
    expect(readMention({ ...mention, text: 'U0 4x4' }, 'T1', 'U0')).toBeNull();
  });
});
