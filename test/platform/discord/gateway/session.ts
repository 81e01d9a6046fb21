import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';

export interface Connection {
  readonly socket: WebSocket;
  /** The stream under the WebSocket, to cut a frame in two. */
  readonly stream: Duplex;
}

interface Frame {
  readonly op: 0;
  readonly s: number;
  readonly t: string;
  readonly d: object;
}

/** What one identify opened. It outlives its sockets: frames wait here until the client resumes. */
export interface Session {
  readonly id: string;
  readonly shard: readonly [number, number];
  readonly intents: number;
  connection: Connection | null;
  readonly push: (event: string, data: object) => void;
  /** Sends again everything after the sequence number; false when that is ahead of what was ever sent. */
  readonly replay: (connection: Connection, after: number) => boolean;
  /** The next frame breaks off in the middle, with its socket. */
  readonly cutNext: () => void;
}

export function createSession(
  id: string,
  shard: readonly [number, number],
  intents: number,
  connection: Connection,
): Session {
  const frames: Frame[] = [];
  let cut = false;
  const session: Session = {
    id,
    shard,
    intents,
    connection,
    push: (event, data) => {
      const frame: Frame = { op: 0, s: frames.length + 1, t: event, d: data };
      frames.push(frame);
      if (!session.connection) return;
      if (cut) {
        cut = false;
        breakOff(session.connection, frame);
        session.connection = null;
      } else session.connection.socket.send(JSON.stringify(frame));
    },
    replay: (resumed, after) => {
      if (after > frames.length) return false;
      session.connection = resumed;
      for (const frame of frames.slice(after)) resumed.socket.send(JSON.stringify(frame));
      return true;
    },
    cutNext: () => {
      cut = true;
    },
  };
  return session;
}

/** Announces the whole frame (RFC 6455, text, 16-bit length), sends half of it, and is gone. */
function breakOff({ stream }: Connection, frame: Frame): void {
  const payload = Buffer.from(JSON.stringify(frame));
  const header = Buffer.from([0x81, 126, payload.length >> 8, payload.length & 0xff]);
  stream.write(Buffer.concat([header, payload.subarray(0, payload.length >> 1)]), () => stream.destroy());
}
