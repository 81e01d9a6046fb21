import type { Server } from 'node:http';
import type { Logger } from '@slack/bolt';
import { HTTPReceiver } from '@slack/bolt';
import type { Connection } from './incoming.ts';
import { portError } from './start-error.ts';

interface HttpSetup {
  readonly signingSecret: string;
  readonly port: number;
  /** The address to listen on; every one unless given. */
  readonly host?: string;
  readonly logger: Logger;
}

/** Signed requests to `/slack/events`. Bolt checks signature and age and answers the handshake. */
export function overHttp({ signingSecret, port, host, logger }: HttpSetup): Connection {
  const receiver = new HTTPReceiver({ signingSecret, port, logger });
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
      await stopped;
    },
    port: () => {
      const address = server?.address();
      return typeof address === 'object' ? (address?.port ?? null) : null;
    },
  };
}
