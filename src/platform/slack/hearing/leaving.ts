import type { App } from '@slack/bolt';
import { z } from 'zod';
import type { Communities } from '../../communities.ts';
import type { UnderWay } from '../../under-way.ts';
import type { House } from '../house.ts';

const delivered = z.object({ event_id: z.string(), team_id: z.string() });
const revoked = z.object({ tokens: z.object({ bot: z.array(z.string()).default([]) }) });

/** The app was uninstalled, or its bot's token revoked: what is kept of the workspace goes. */
export function hearLeaving(
  app: App,
  communities: Communities,
  { state, log }: House,
  underWay: UnderWay,
): void {
  const leave = async (body: unknown) => {
    const { event_id, team_id } = delivered.parse(body);
    try {
      // An old delivery that comes again must not take the tokens of a new installation.
      if (!(await state.once(`slack event:${event_id}`))) return;
      await communities.left(team_id);
      log.info({ community: team_id }, 'removed from a Slack workspace; its tokens are deleted');
    } catch (error) {
      log.error({ err: error, community: team_id }, 'what is kept of a left workspace could not be deleted');
    }
  };
  app.event('app_uninstalled', async ({ body }) => underWay.track(leave(body)));
  app.event('tokens_revoked', async ({ event, body }) => {
    if (revoked.parse(event).tokens.bot.length > 0) underWay.track(leave(body));
  });
}
