import type { App } from '@slack/bolt';
import type { Communities } from '../../communities.ts';
import type { UnderWay } from '../../under-way.ts';
import type { House } from '../house.ts';
import { createTurns } from '../inquiry/turns.ts';
import { hearCommands } from './commands.ts';
import { hearEdits } from './edits.ts';
import { hearHome } from './home.ts';
import { hearLeaving } from './leaving.ts';
import { hearMenus } from './menus.ts';
import { hearMessages } from './messages.ts';
import { hearPresses } from './presses.ts';
import { hearSubmissions } from './submissions.ts';

/** Every way in which people and Slack speak to the app. */
export function hear(app: App, house: House, communities: Communities, underWay: UnderWay): void {
  const turns = createTurns();
  hearCommands(app, house, underWay);
  hearMessages(app, house, turns, underWay);
  hearEdits(app, house, turns, underWay);
  hearMenus(app, house, underWay);
  hearPresses(app, house, underWay);
  hearSubmissions(app, house, underWay);
  hearHome(app, house, underWay);
  hearLeaving(app, communities, house, underWay);
}
