import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { slackManifest } from '../../../src/platform/slack/index.ts';
import { seen } from './index.ts';
import { type OpenHouse, openHouse } from './installing.ts';
import { answering, commands } from './setting.ts';

let house: OpenHouse;
afterEach(() => house.stop());

const first = () => house.slack.workspace.team.id;
const install = (user = 'U0ADMIN001', team = first()) =>
  house.slack.install({ app: house.address, user, team });

describe('installing', () => {
  beforeEach(async () => {
    house = await openHouse();
  });

  test('asks for the scopes of the manifest, keeps the tokens and answers', async () => {
    const { slack, kept, communities } = house;
    const { status, scopes } = await install();
    expect(status).toBe(200);
    const manifest = slackManifest(commands, {
      kind: 'oauth',
      url: 'https://lifeguard.example/slack/events',
    });
    expect(scopes).toEqual(manifest.oauth_config.scopes.bot);
    expect(manifest.oauth_config.redirect_urls).toEqual(['https://lifeguard.example/slack/oauth_redirect']);
    expect([...kept.keys()]).toEqual([first()]);
    expect(communities).toEqual([`joined ${first()}`]);
    const answer = await (await slack.user('ana').mention('general', '4x4')).answer();
    expect(seen(answer)).toBe('2 × 2 × 4');
  });

  test('whoever installed it is staff there', async () => {
    const { slack, tutor } = house;
    const ana = slack.user('ana');
    await install(ana.id);
    await (await ana.command('/pool', 'x')).answer();
    await (await slack.user('ben').command('/pool', 'x')).answer();
    expect(tutor.asked.map(({ staff }) => staff)).toEqual([true, false]);
  });

  test('each workspace is answered with its own token', async () => {
    const { slack, tutor } = house;
    const other = slack.found('other-course');
    await install();
    await install('U0ADMIN002', other.workspace.team.id);
    tutor.respond = ({ community }) => answering({ title: String(community) });
    const here = await (await slack.user('ana').mention('general', 'x')).answer();
    const there = await (await other.user('ana').mention('general', 'x')).answer();
    expect([seen(here), seen(there)]).toEqual([first(), other.workspace.team.id]);
    expect(other.workspace.messages.at(-1)).toBe(there);
  });

  test.each([
    ['a state that nobody gave', { state: 'forged' }],
    ["a state of another's browser", { cookie: 'slack-app-oauth-state=another' }],
    ['no cookie', { cookie: '' }],
  ])('%s is refused', async (_, forged) => {
    const { slack, kept } = house;
    const answer = await slack.install({ app: house.address, user: 'U1', team: first(), forged });
    expect(answer.status).toBe(400);
    expect(kept.size).toBe(0);
  });

  test('somebody who changes their mind leaves nothing', async () => {
    const denied = await fetch(`${house.address}/slack/oauth_redirect?error=access_denied&state=x`);
    expect(denied.status).toBe(500);
    expect(house.kept.size).toBe(0);
  });

  test('where it is not installed nobody is answered', async () => {
    await house.slack.user('ana').mention('general', 'x');
    expect(house.tutor.asked).toEqual([]);
    expect(house.logged.at(-1)).toMatchObject({ level: 'error', text: 'a Slack event failed' });
  });
});

test('tokens are renewed before they end, and the new ones kept', async () => {
  house = await openHouse(true);
  const { slack, kept } = house;
  await install();
  const before = JSON.parse(kept.get(first()) ?? '').bot;
  await (await slack.user('ana').mention('general', 'x')).answer();
  const after = JSON.parse(kept.get(first()) ?? '').bot;
  expect(after.token).not.toBe(before.token);
  expect(after.refreshToken).not.toBe(before.refreshToken);
  expect(after.expiresAt).toBeGreaterThan(before.expiresAt);
  await (await slack.user('ana').mention('general', 'y')).answer();
  expect(JSON.parse(kept.get(first()) ?? '').bot).toEqual(after);
});

describe('removing', () => {
  beforeEach(async () => {
    house = await openHouse();
    await install();
  });

  test('deletes the tokens at once, though Slack tells it twice', async () => {
    const { slack, kept, communities, tutor } = house;
    await (await slack.user('ana').mention('general', 'x')).answer();
    await slack.uninstall(slack.workspace);
    await house.bot.stop();
    expect(kept.size).toBe(0);
    expect(communities.slice(1)).toEqual([`left ${first()}`, `left ${first()}`]);
    expect(tutor.asked).toHaveLength(1);
  });

  test('and a new installation brings it back', async () => {
    const { slack } = house;
    await slack.uninstall(slack.workspace);
    await install();
    const answer = await (await slack.user('ana').mention('general', 'x')).answer();
    expect(seen(answer)).toBe('2 × 2 × 4');
    expect(house.communities.at(-1)).toBe(`joined ${first()}`);
  });
});
