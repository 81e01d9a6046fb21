import type { Logger } from 'pino';
import { type Command, createDispatcher, createServices, type Dispatcher } from './command/index.ts';
import type { BrowserConfig, Config, DiscordConfig, SlackConfig } from './config.ts';
import { openKeeping } from './keeping.ts';
import { createMetrics, type HealthServer, type Metrics, type Service, serveHealth } from './ops/index.ts';
import { memoryKeeper } from './platform/keeper.ts';
import type { PlatformState } from './platform/state.ts';
import { startTerminal } from './platform/terminal/index.ts';
import type { Store } from './store/index.ts';
import { createWorkPool } from './work/index.ts';

interface Surroundings {
  readonly config: Config;
  readonly commands: readonly Command[];
  readonly log: Logger;
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
}

export interface Running {
  /** Resolves when the person at the terminal leaves; never where there is no chat in the terminal. */
  readonly left: Promise<void>;
  readonly stop: () => Promise<void>;
}

interface RunningService extends Service {
  readonly stop: () => Promise<void>;
}

/** What every platform is handed. */
interface House {
  readonly dispatcher: Dispatcher;
  readonly commands: readonly Command[];
  readonly state: PlatformState;
  readonly log: Logger;
  readonly metrics: Metrics;
}

/**
 * Opens the store, then starts every platform that the configuration switches on, the health checks, and the terminal
 * chat when neither Discord nor Slack is on and there is a terminal. Rejects with one clear error when a platform refuses its token.
 */
export async function start({ config, commands, log, stdin, stdout }: Surroundings): Promise<Running> {
  const keeping = await openKeeping(config, log);
  const services: RunningService[] = [keeping];
  const metrics = createMetrics();
  const work = createWorkPool(metrics);
  metrics.watchJobs(work.load);
  const kept = createServices(keeping.store, commands, work, metrics);
  await keeping.whenThere(() => kept.settings.preload());
  const dispatcher = createDispatcher({ commands, services: kept, log });
  const house = { dispatcher, commands, state: keeping.state, log, metrics };
  const health = await openHealth(config.opsPort, () => services, house);
  if (config.discord) services.push(await openDiscord(config.discord, house, keeping.store));
  if (config.slack) services.push(await openSlack(config.slack, house, keeping.store));
  const browser = config.browser ? await openBrowser(config.browser, house) : null;
  if (browser) services.push(browser);

  const chatting = !config.discord && !config.slack && stdin.isTTY && stdout.isTTY;
  stdout.write(`${summary(config, { health, chatting, browser }).join('\n')}\n`);
  const terminal = chatting
    ? startTerminal({
        input: stdin,
        output: stdout,
        dispatcher: house.dispatcher,
        commands: commands.map(({ description }) => description),
      })
    : null;

  return {
    left: terminal?.left ?? new Promise(() => {}),
    stop: async () => {
      terminal?.stop();
      const others = services.filter((service) => service !== keeping);
      await Promise.all([...others, ...(health ? [health] : [])].map((part) => part.stop()));
      await Promise.all([work.stop(), keeping.stop()]);
    },
  };
}

/** What may run beside the platforms. */
interface Beside {
  readonly health: HealthServer | null;
  readonly chatting: boolean;
  readonly browser: Playground | null;
}

/** Three lines for whoever started it: what is on, what is off, what would switch it on. */
function summary(config: Config, { health, chatting, browser }: Beside): readonly string[] {
  const on = [
    ...(browser ? [`the playground at ${browser.address}`] : []),
    ...(config.discord ? ['Discord'] : []),
    ...(config.slack ? ['Slack'] : []),
    ...(chatting ? ['the chat in this terminal (type a question or /help; Ctrl-D leaves)'] : []),
    ...(health ? [`http://127.0.0.1:${health.port}/healthz`] : []),
  ];
  const off = [
    ...(config.discord ? [] : ['Discord']),
    ...(config.slack ? [] : ['Slack']),
    ...(browser ? [] : ['the playground']),
    ...(chatting || config.discord || config.slack
      ? []
      : ['the terminal chat (no terminal here; ask with npm run -s ask -- "…")']),
  ];
  const variables = [
    ...(config.discord ? [] : ['DISCORD_TOKEN for Discord']),
    ...(config.slack ? [] : ['SLACK_BOT_TOKEN with SLACK_APP_TOKEN for Slack']),
    ...(browser ? [] : ['BROWSER_PORT for the playground']),
  ];
  return [
    `on:  ${on.join(', ') || 'nothing'}`,
    `off: ${off.join(', ') || 'nothing'}`,
    variables.length > 0
      ? `set: ${variables.join('; ')} (.env.example has them all)`
      : 'set: everything is set',
  ];
}

/** A taken port costs the health checks, not the bot. */
async function openHealth(
  port: number,
  services: () => readonly Service[],
  { metrics, log }: Pick<House, 'metrics' | 'log'>,
): Promise<HealthServer | null> {
  try {
    return await serveHealth(port, services, metrics);
  } catch (error) {
    log.warn(
      { err: error },
      `no health checks or metrics: port ${port} can't be used; set OPS_PORT to a free one`,
    );
    return null;
  }
}

interface Playground extends RunningService {
  readonly address: string;
}

/** A taken port costs the playground, not the bot. */
async function openBrowser(
  { port, host }: BrowserConfig,
  { dispatcher, commands, log }: House,
): Promise<Playground | null> {
  const [{ startBrowser }, { rasterize }] = await Promise.all([
    import('./platform/browser/index.ts'),
    import('./picture/index.ts'),
  ]);
  try {
    const browser = await startBrowser({
      port,
      host,
      commands: commands.map(({ description }) => description),
      dispatcher,
      keeper: memoryKeeper(),
      rasterize,
      log,
    });
    const address = `http://${host.includes(':') ? `[${host}]` : host}:${browser.port}/`;
    return { name: 'browser', address, connected: browser.connected, stop: browser.stop };
  } catch (error) {
    log.warn({ err: error }, `no playground: ${host}:${port} can't be used; set BROWSER_PORT to a free port`);
    return null;
  }
}

async function openDiscord(
  config: DiscordConfig,
  { dispatcher, commands, state, log, metrics }: House,
  { communities }: Store,
): Promise<RunningService> {
  const [{ startDiscord }, { rasterize }] = await Promise.all([
    import('./platform/discord/index.ts'),
    import('./picture/index.ts'),
  ]);
  const discord = await startDiscord({
    ...config,
    commands: commands.map(({ description }) => description),
    dispatcher,
    state,
    communities,
    rasterize,
    log,
    meter: metrics,
  });
  return { name: 'discord', connected: discord.connected, stop: discord.stop };
}

async function openSlack(
  config: SlackConfig,
  { dispatcher, commands, state, log, metrics }: House,
  { communities, installations }: Store,
): Promise<RunningService> {
  const [{ startSlack }, { rasterize }] = await Promise.all([
    import('./platform/slack/index.ts'),
    import('./picture/index.ts'),
  ]);
  const slack = await startSlack({
    ...('botToken' in config ? config : { ...config, mode: { ...config.mode, installations } }),
    commands: commands.map(({ description }) => description),
    dispatcher,
    state,
    communities,
    rasterize,
    log,
    meter: metrics,
  });
  return { name: 'slack', connected: slack.connected, stop: slack.stop };
}
