import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** A door in front of a database server: shut it and the server is away, freeze it and the server is silent. */
export interface Gate {
  readonly url: string;
  readonly shut: () => Promise<void>;
  readonly freeze: () => void;
  readonly reopen: () => Promise<void>;
}

export async function gateTo(database: string): Promise<Gate> {
  const target = new URL(database);
  const sockets = new Set<Socket>();
  let frozen = false;
  const server: Server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
      socket.on('error', () => socket.destroy());
    }
    near.on('data', (bytes) => void (frozen || far.write(bytes)));
    far.on('data', (bytes) => void (frozen || near.write(bytes)));
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
  });
  const listen = async (port: number) => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  };
  await listen(0);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('not listening on a port');
  const dropAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  const shut = async () => {
    if (!server.listening) return;
    server.close();
    dropAll();
    await once(server, 'close');
  };
  onTestFinished(shut);
  const url = new URL(database);
  url.port = String(address.port);
  return {
    url: url.href,
    shut,
    freeze: () => {
      frozen = true;
    },
    reopen: async () => {
      frozen = false;
      if (!server.listening) await listen(address.port);
    },
  };
}
