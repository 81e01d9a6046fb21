import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '@slack/bolt';
import { SocketModeReceiver } from '@slack/bolt';
import type { Log } from '../../log.ts';
import { clientOptions } from './client.ts';
import type { Connection } from './incoming.ts';
import { tokenError } from './start-error.ts';

interface SocketSetup {
  readonly appToken: string;
  readonly apiUrl: string;
  readonly logger: Logger;
  readonly log: Log;
}

const longestPause = 30_000;
const goodbye = 3_000;

/**
 * Socket Mode. Reconnecting is ours: the library waits 5 s after each of Slack's regular refreshes, in which slash
 * commands fail, and ends the process when Slack cannot be reached meanwhile (socket-mode 3.1).
 */
export function overSocket({ appToken, apiUrl, logger, log }: SocketSetup): Connection {
  const receiver = new SocketModeReceiver({
    appToken,
    logger,
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: clientOptions(apiUrl, logger) },
  });
  const { client } = receiver;
  const closing = new AbortController();
  let isOpen = false;
  let isConnecting = false;

  const connect = async () => {
    isConnecting = true;
    try {
      await client.start();
      isOpen = true;
    } finally {
      isConnecting = false;
    }
  };

  const reconnect = async () => {
    for (let failures = 0; !closing.signal.aborted; failures++) {
      const pause = failures === 0 ? 0 : Math.min(1_000 * 2 ** (failures - 1), longestPause);
      await sleep(pause, undefined, { signal: closing.signal }).catch(() => undefined);
      if (closing.signal.aborted) return;
      try {
        return await connect();
      } catch (error) {
        log.warn({ err: error, failures: failures + 1 }, 'Slack is not connected; trying again');
      }
    }
  };

  client.on('disconnected', () => {
    isOpen = false;
    if (!isConnecting && !closing.signal.aborted) void reconnect();
  });

  return {
    receiver,
    open: async () => {
      try {
        await connect();
      } catch (error) {
        throw tokenError('SLACK_APP_TOKEN', error);
      }
    },
    isOpen: () => isOpen,
    close: async () => {
      closing.abort();
      const late = new AbortController();
      await Promise.race([
        client.disconnect(),
        sleep(goodbye, undefined, { signal: late.signal }).catch(() => undefined),
      ]);
      late.abort();
    },
    port: () => null,
  };
}
