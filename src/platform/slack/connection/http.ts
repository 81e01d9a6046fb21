import type { Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { HTTPReceiver } from '@slack/bolt';
import type { Connection } from './incoming.ts';
import { portError } from './start-error.ts';

const goodbye = 1_000;

/** Signed requests to `/slack/events`. Bolt checks signature and age and answers the handshake. */
export function overHttp(receiver: HTTPReceiver, port: number, host: string | undefined): Connection {
  let server: Server | null = null;
  return {
    receiver,
    open: async () => {
      try {
        server = await receiver.start({ port, ...(host === undefined ? {} : { host }) });
      } catch (error) {
        throw portError(port, error);
      }
    },
    isOpen: () => server?.listening === true,
    close: async () => {
      const stopped = receiver.stop();
      server?.closeIdleConnections();
      const late = new AbortController();
      const patience = sleep(goodbye, undefined, { signal: late.signal }).catch(() => undefined);
      await Promise.race([stopped, patience]);
      late.abort();
      server?.closeAllConnections();
    },
    port: () => {
      const address = server?.address();
      return typeof address === 'object' ? (address?.port ?? null) : null;
    },
  };
}
