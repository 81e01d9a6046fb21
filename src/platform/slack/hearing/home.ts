import type { App, types } from '@slack/bolt';
import { type CommandDescription, helpMessage } from '../../../command/index.ts';
import type { UnderWay } from '../../under-way.ts';
import type { House } from '../house.ts';
import { waysToAsk } from '../notes.ts';
import { render } from '../render.ts';

/** The Home tab: what Lifeguard is for, and its commands. Published when somebody opens it. */
export function hearHome(app: App, { commands, log }: House, underWay: UnderWay): void {
  const view = homeView(commands);
  app.event('app_home_opened', async ({ event, client }) => {
    if (event.tab !== 'home') return;
    const publish = async () => {
      try {
        await client.views.publish({ user_id: event.user, view });
      } catch (error) {
        log.warn({ err: error }, 'the Home tab could not be published');
      }
    };
    underWay.track(publish());
  });
}

function homeView(commands: readonly CommandDescription[]): types.HomeView {
  const none = { pictures: () => ({ kind: 'none', reason: '' }) as const, idOf: () => '', elsewhere: null };
  const messages = [helpMessage('slack', commands, null), waysToAsk];
  const blocks = messages.flatMap((message) => render(message, none).flatMap((page) => page.blocks));
  return { type: 'home', blocks };
}
