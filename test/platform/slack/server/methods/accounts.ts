import { Refusal } from '../refusal.ts';
import { type Method, text } from './method.ts';

const authTest: Method = {
  token: 'bot',
  scope: null,
  run: (_, { workspace: { team, bot } }) => ({
    url: `https://${team.domain}.slack.com/`,
    team: team.domain,
    user: 'lifeguard',
    team_id: team.id,
    user_id: bot.userId,
    bot_id: bot.botId,
    is_enterprise_install: false,
  }),
};

const usersInfo: Method = {
  token: 'bot',
  scope: 'users:read',
  run: (args, { workspace }) => {
    const known = workspace.people.get(text(args, 'user'));
    if (!known) throw new Refusal('user_not_found');
    const { id, name, isBot } = known;
    return {
      user: { id, name, team_id: workspace.team.id, is_bot: isBot, is_admin: false, is_owner: false },
    };
  },
};

const connectionsOpen: Method = {
  token: 'app',
  scope: 'connections:write',
  run: (_, { newSocket }) => ({ url: newSocket() }),
};

const oauthAccess: Method = {
  token: 'none',
  scope: null,
  run: (args, { oauth, workspace, scopes, botToken }) => {
    if (args.client_id !== oauth.clientId) throw new Refusal('invalid_client_id');
    if (args.client_secret !== oauth.clientSecret) throw new Refusal('bad_client_secret');
    if (!oauth.codes.delete(text(args, 'code'))) throw new Refusal('invalid_code');
    return {
      access_token: botToken,
      token_type: 'bot',
      scope: scopes.join(','),
      bot_user_id: workspace.bot.userId,
      app_id: workspace.bot.appId,
      team: { id: workspace.team.id, name: workspace.team.domain },
      enterprise: null,
      authed_user: { id: workspace.newId('U') },
    };
  },
};

export const accountMethods = {
  'auth.test': authTest,
  'users.info': usersInfo,
  'apps.connections.open': connectionsOpen,
  'oauth.v2.access': oauthAccess,
};
