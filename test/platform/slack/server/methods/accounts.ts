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
    const { id, name, isBot, isAdmin } = known;
    return {
      user: { id, name, team_id: workspace.team.id, is_bot: isBot, is_admin: isAdmin, is_owner: false },
    };
  },
};

const usergroupsList: Method = {
  token: 'bot',
  scope: 'usergroups:read',
  run: (_, { workspace }) => ({
    usergroups: [...workspace.groups].map(([id, users]) => ({ id, handle: id.toLowerCase(), users })),
  }),
};

const connectionsOpen: Method = {
  token: 'app',
  scope: 'connections:write',
  run: (_, { newSocket }) => ({ url: newSocket() }),
};

export const accountMethods = {
  'auth.test': authTest,
  'users.info': usersInfo,
  'usergroups.list': usergroupsList,
  'apps.connections.open': connectionsOpen,
};
