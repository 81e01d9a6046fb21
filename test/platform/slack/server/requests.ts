import { createHmac } from 'node:crypto';
import { type Delivery, deadline, type Losses, type Transport } from './delivery.ts';
import { secret, type Workspace } from './workspace.ts';

/** When Slack tries an event again that was not taken: at once, after a minute, after five. */
const retries = [0, 60_000, 300_000];

/** Signed requests to the app's own address. */
export interface Requests extends Transport {
  /** The handshake by which an address proves that it is the app's. */
  readonly verify: (url: string) => Promise<void>;
  /** Sends the retries that are due by the workspace's clock. */
  readonly retryDue: () => Promise<void>;
  /** A raw request, signed as told, for whoever wants to forge one; the HTTP status. */
  readonly send: (body: string, headers: Readonly<Record<string, string>>) => Promise<number>;
  readonly sign: (body: string, timestamp?: number) => Readonly<Record<string, string>>;
}

export function sendRequests(workspace: Workspace, signingSecret: string, losses: Losses): Requests {
  const { journal } = workspace;
  const pending: { delivery: Delivery; attempt: number; due: number }[] = [];
  let address = '';

  const sign = (body: string, timestamp = Math.floor(Date.now() / 1000)) => ({
    'x-slack-request-timestamp': String(timestamp),
    'x-slack-signature': `v0=${createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex')}`,
  });

  const request = (body: string, headers: Readonly<Record<string, string>>) =>
    fetch(address, { method: 'POST', body, headers, signal: AbortSignal.timeout(deadline) });

  const attemptOnce = async (delivery: Delivery, attempt: number): Promise<unknown> => {
    const body = encoded(delivery);
    const retry = { 'x-slack-retry-num': String(attempt), 'x-slack-retry-reason': 'http_error' };
    journal.add({ kind: 'delivered', id: delivery.id, attempt });
    const headers = { ...sign(body), 'content-type': contentType(delivery), ...(attempt > 0 ? retry : {}) };
    const response = await request(body, headers);
    const text = await response.text();
    const isLost = losses.left > 0 && losses.left-- > 0;
    if (response.status !== 200 || isLost) {
      journal.add({ kind: 'refused', id: delivery.id, status: isLost ? 504 : response.status });
      throw new Error('dispatch_failed');
    }
    const isJson = response.headers.get('content-type')?.includes('json') === true;
    const payload: unknown = isJson ? JSON.parse(text) : text;
    journal.add({ kind: 'acknowledged', id: delivery.id, payload });
    return payload;
  };

  const attemptAll = async (delivery: Delivery, attempt: number): Promise<unknown> => {
    try {
      return await attemptOnce(delivery, attempt);
    } catch (error) {
      const wait = retries[attempt];
      if (delivery.type !== 'events_api' || wait === undefined) throw error;
      if (wait === 0) return attemptAll(delivery, attempt + 1);
      pending.push({ delivery, attempt: attempt + 1, due: workspace.now() + wait });
      return null;
    }
  };

  return {
    sign,
    send: async (body, headers) => (await request(body, headers)).status,
    verify: async (url) => {
      address = url;
      const challenge = secret();
      const body = JSON.stringify({ type: 'url_verification', token: 'legacy', challenge });
      const answer = await request(body, { ...sign(body), 'content-type': 'application/json' });
      const echoed = answer.status === 200 && (await answer.text()).includes(challenge);
      if (!echoed) throw new Error("Your URL didn't respond with the value of the challenge parameter.");
    },
    deliver: (delivery) => attemptAll(delivery, 0),
    retryDue: async () => {
      const due = pending.filter((one) => one.due <= workspace.now());
      for (const one of due) pending.splice(pending.indexOf(one), 1);
      await Promise.all(due.map(({ delivery, attempt }) => attemptAll(delivery, attempt)));
    },
    close: async () => undefined,
  };
}

function encoded({ type, payload }: Delivery): string {
  switch (type) {
    case 'events_api':
      return JSON.stringify(payload);
    case 'slash_commands':
      return new URLSearchParams(
        Object.entries(payload).map(([key, value]): [string, string] => [key, String(value)]),
      ).toString();
    case 'interactive':
      return new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
  }
}

const contentType = ({ type }: Delivery) =>
  type === 'events_api' ? 'application/json' : 'application/x-www-form-urlencoded';
