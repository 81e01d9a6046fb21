import { App } from '@slack/bolt';
import type { CommandDescription, Dispatcher } from '../../command/index.ts';
import type { Drawing } from '../../reply/index.ts';
import type { Communities } from '../communities.ts';
import type { Log } from '../log.ts';
import { type Meter, unmetered } from '../meter.ts';
import type { PlatformState } from '../state.ts';
import { createUnderWay } from '../under-way.ts';
import { boltLogger } from './connection/bolt-log.ts';
import { clientOptions } from './connection/client.ts';
import { type Admission, openEntrance } from './connection/entrance.ts';
import { hear } from './hearing/hear.ts';
import { createDocket } from './inquiry/docket.ts';
import { resumeQuestions } from './inquiry/resume.ts';
import { scopes } from './manifest.ts';
import { createPeople } from './people/standing.ts';

export type SlackSetup = Admission & {
  readonly apiUrl: string;
  /** Ids of people who count as teaching staff, whatever Slack says of them. */
  readonly staff: readonly string[];
  readonly commands: readonly CommandDescription[];
  readonly dispatcher: Dispatcher;
  /** What outlives a restart and is shared between instances. */
  readonly state: PlatformState;
  readonly communities: Communities;
  readonly rasterize: (drawing: Drawing) => Promise<Uint8Array>;
  readonly log: Log;
  readonly meter?: Meter;
};

export interface Slack {
  readonly connected: () => boolean;
  /** Where requests are taken; null over a socket. */
  readonly port: number | null;
  /** Takes no more questions, finishes those under way or hands them back, closes; within 10 s. */
  readonly stop: () => Promise<void>;
}

/** The 10 s of a stop, less what closing and handing back may take. */
const lastWork = 6_000;

/** Answers the questions of one workspace, or of many. Throws a `SlackStartError` that names the variable to mend. */
export async function startSlack(setup: SlackSetup): Promise<Slack> {
  const { apiUrl, state, communities, log } = setup;
  const logger = boltLogger(log);
  const { connection, credentials, accounts } = await openEntrance(setup, {
    apiUrl,
    scopes: Object.keys(scopes),
    communities,
    logger,
    log,
  });
  const app = new App({
    ...credentials,
    receiver: connection.receiver,
    clientOptions: clientOptions(apiUrl, logger),
    logger,
    convoStore: false,
  });
  app.error(async (error) => log.error({ err: error }, 'a Slack event failed'));

  const docket = createDocket(state.questions);
  const house = { meter: unmetered, ...setup, docket, accounts, people: createPeople(setup.staff, log) };
  const underWay = createUnderWay();
  hear(app, house, communities, underWay);
  await connection.open();
  const endResuming = resumeQuestions(house, underWay);

  const stop = async () => {
    endResuming();
    await connection.close();
    const unfinished = await underWay.finish(lastWork);
    if (unfinished === 0) return;
    await docket.handBack();
    log.warn({ unfinished }, 'stopped with Slack questions unanswered; the next start takes them up');
  };
  let stopped: Promise<void> | null = null;
  return {
    connected: connection.isOpen,
    port: connection.port(),
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
}
