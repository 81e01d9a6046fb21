import { Refusal } from '../refusal.ts';
import { type Method, type Slack, text } from './method.ts';

/** What an installation or a renewal brings; a first token is about to end, so that its renewal can be seen. */
const granted = (
  { workspace, scopes, tokens }: Slack,
  access: string,
  refresh: string | null,
  expires: number,
) => {
  tokens.add(access);
  return {
    access_token: access,
    token_type: 'bot',
    scope: scopes.join(','),
    bot_user_id: workspace.bot.userId,
    app_id: workspace.bot.appId,
    team: { id: workspace.team.id, name: workspace.team.domain },
    enterprise: null,
    is_enterprise_install: false,
    ...(refresh === null ? {} : { refresh_token: refresh, expires_in: expires }),
  };
};

const nearEnd = 3_600;
const whole = 43_200;

const oauthAccess: Method = {
  token: 'none',
  scope: null,
  run: (args, slack) => {
    const { oauth, site, workspace } = slack;
    if (args.client_id !== oauth.clientId) throw new Refusal('invalid_client_id');
    if (args.client_secret !== oauth.clientSecret) throw new Refusal('bad_client_secret');
    if (args.grant_type === 'refresh_token') {
      const team = oauth.refreshes.get(text(args, 'refresh_token'));
      if (team === undefined) throw new Refusal('invalid_refresh_token');
      oauth.refreshes.delete(text(args, 'refresh_token'));
      const refresh = oauth.newRefresh(team);
      return granted(site(team), oauth.newToken(), refresh, whole);
    }
    const grant = oauth.codes.get(text(args, 'code'));
    if (!grant) throw new Refusal('invalid_code');
    oauth.codes.delete(text(args, 'code'));
    const { team = workspace.team.id, user = workspace.newId('U') } = grant;
    const refresh = oauth.rotates ? oauth.newRefresh(team) : null;
    return {
      ...granted(site(team), oauth.newToken(), refresh, nearEnd),
      authed_user: { id: user },
    };
  },
};

export const oauthMethods = { 'oauth.v2.access': oauthAccess };
