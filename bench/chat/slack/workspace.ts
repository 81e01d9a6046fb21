import { once } from 'node:events';
import { createServer } from 'node:http';

/** As much of a Slack as commands need: it says whose token it is, and takes answers. */
export interface SlackWorkspace {
  readonly apiUrl: string;
  readonly responseUrl: string;
  /** How many answers have come in. */
  readonly answers: () => number;
  /** Settles once so many have. */
  readonly answered: (count: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

const identity = JSON.stringify({
  ok: true,
  team_id: 'T1',
  user_id: 'UBOT',
  bot_id: 'BBOT',
  user: 'lifeguard',
  team: 'course',
  url: 'http://127.0.0.1/',
});

export async function openWorkspace(): Promise<SlackWorkspace> {
  let answers = 0;
  let waiting: { readonly count: number; readonly resolve: () => void } | null = null;
  const server = createServer((request, response) => {
    request.resume().once('end', () => {
      if (request.url !== '/answer') {
        response.setHeader('content-type', 'application/json').end(identity);
        return;
      }
      response.end('ok');
      answers++;
      if (waiting && answers >= waiting.count) waiting.resolve();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  return {
    apiUrl: `${base}/api/`,
    responseUrl: `${base}/answer`,
    answers: () => answers,
    answered: (count) =>
      new Promise((resolve) => {
        if (answers >= count) resolve();
        else waiting = { count, resolve };
      }),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
