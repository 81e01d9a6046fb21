import type { Delivery } from './delivery.ts';
import type { Json, Workspace } from './workspace.ts';

/** An event as the Events API sends it to the app of a workspace. */
export function eventDelivery(workspace: Workspace, event: Json): Delivery {
  const { team, bot } = workspace;
  const id = `Ev${team.id.slice(-1)}${workspace.newId('')}`;
  const authorizations = [{ team_id: team.id, user_id: bot.userId, is_bot: true, enterprise_id: null }];
  return {
    id,
    type: 'events_api',
    payload: {
      token: 'legacy',
      api_app_id: bot.appId,
      type: 'event_callback',
      event_id: id,
      event_time: Math.floor(workspace.now() / 1000),
      team_id: team.id,
      authorizations,
      event,
    },
  };
}
