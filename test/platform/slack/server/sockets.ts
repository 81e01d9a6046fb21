import type { IncomingMessage, Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { type Delivery, deadline, type Losses, type Transport } from './delivery.ts';
import { secret, type Workspace } from './workspace.ts';

const mostConnections = 10;

interface Unacknowledged {
  readonly delivery: Delivery;
  readonly resolve: (payload: unknown) => void;
  readonly reject: (error: Error) => void;
  attempt: number;
}

/** Socket Mode: one-use addresses, envelopes, acknowledgements, refreshes. */
export interface Sockets extends Transport {
  /** For `apps.connections.open`. */
  readonly newAddress: () => string;
  readonly connections: () => number;
  /** Slack renews its side: every connection is asked to come again. */
  readonly refresh: () => void;
  /** The network fails: connections end without a goodbye. */
  readonly drop: () => void;
}

export function serveSockets(
  server: Server,
  workspace: Workspace,
  base: () => string,
  losses: Losses,
): Sockets {
  const { journal, bot } = workspace;
  const tickets = new Set<string>();
  const open: WebSocket[] = [];
  const waiting = new Map<string, Unacknowledged>();
  let next = 0;
  const sockets = new WebSocketServer({ noServer: true });

  server.on('upgrade', (request: IncomingMessage, socket, head) => {
    const ticket = new URL(request.url ?? '', base()).searchParams.get('ticket') ?? '';
    if (!tickets.delete(ticket) || open.length >= mostConnections) {
      socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, greet);
  });

  const greet = (socket: WebSocket) => {
    open.push(socket);
    socket.on('message', (data) => acknowledge(String(data)));
    socket.on('close', () => {
      open.splice(open.indexOf(socket), 1);
      journal.add({ kind: 'disconnected' });
    });
    const info = { num_connections: open.length, connection_info: { app_id: bot.appId } };
    socket.send(JSON.stringify({ type: 'hello', ...info, debug_info: { host: 'test' } }));
    journal.add({ kind: 'connected' });
    // What was sent and never acknowledged comes again, on whichever connection there is.
    for (const [id, { delivery, attempt }] of waiting)
      if (delivery.type === 'events_api') send(id, attempt + 1);
  };

  const acknowledge = (data: string) => {
    const { envelope_id, payload } = JSON.parse(data);
    const acknowledged = waiting.get(envelope_id);
    if (!acknowledged) return;
    if (losses.left > 0) {
      losses.left--;
      return;
    }
    waiting.delete(envelope_id);
    journal.add({ kind: 'acknowledged', id: acknowledged.delivery.id, payload });
    acknowledged.resolve(payload);
  };

  const send = (envelope: string, attempt: number) => {
    const entry = waiting.get(envelope);
    const socket = open[next++ % Math.max(open.length, 1)];
    if (!entry || !socket) return;
    entry.attempt = attempt;
    const { id, type, payload } = entry.delivery;
    const isEvent = type === 'events_api';
    const retry = isEvent ? { retry_attempt: attempt, retry_reason: attempt > 0 ? 'timeout' : '' } : {};
    const frame = { envelope_id: envelope, type, payload, accepts_response_payload: !isEvent, ...retry };
    journal.add({ kind: 'delivered', id, attempt });
    socket.send(JSON.stringify(frame));
  };

  return {
    newAddress: () => {
      const ticket = secret();
      tickets.add(ticket);
      return `${base().replace('http', 'ws')}/link/?ticket=${ticket}`;
    },
    connections: () => open.length,
    deliver: (delivery) =>
      new Promise((resolve, reject) => {
        if (open.length === 0 && delivery.type !== 'events_api') return reject(new Error('dispatch_failed'));
        const envelope = secret();
        const late = setTimeout(() => {
          if (delivery.type !== 'events_api' && waiting.delete(envelope))
            reject(new Error('operation_timeout'));
        }, deadline);
        late.unref();
        const done = (payload: unknown) => {
          clearTimeout(late);
          resolve(payload);
        };
        waiting.set(envelope, { delivery, resolve: done, reject, attempt: 0 });
        send(envelope, 0);
      }),
    refresh: () => {
      const frame = { type: 'disconnect', reason: 'refresh_requested', debug_info: { host: 'test' } };
      for (const socket of open) socket.send(JSON.stringify(frame));
    },
    drop: () => {
      for (const socket of [...open]) socket.terminate();
    },
    close: async () => {
      for (const socket of [...open]) socket.terminate();
      sockets.close();
    },
  };
}
