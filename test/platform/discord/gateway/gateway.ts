import type { Server } from 'node:http';
import { GatewayCloseCodes, GatewayIntentBits, GatewayOpcodes } from 'discord.js';
import { WebSocketServer } from 'ws';
import { z } from 'zod';
import type { Dispatch, Guild, World } from '../world/world.ts';
import { readIdentify } from './identify.ts';
import { heardWith } from './intents.ts';
import { guildPayload, memberPayload, readyPayload } from './ready.ts';
import { type Connection, createSession, type Session } from './session.ts';

const frameSchema = z.object({ op: z.int(), d: z.unknown() });
const resumeSchema = z.object({ token: z.string(), session_id: z.string(), seq: z.int().nullable() });

/** Without the privileged intent only by id. */
const membersSchema = z.object({
  guild_id: z.string(),
  user_ids: z.array(z.string()),
  nonce: z.string().optional(),
});

/** The sockets' side of the server, and what a test may do to them. */
export interface Gateway {
  readonly dispatch: (dispatch: Dispatch) => void;
  readonly sessions: () => readonly Session[];
  /** Ends every socket without a close frame; the next resume sends the last `redeliver` frames a second time. */
  readonly drop: (options?: { readonly redeliver?: number }) => void;
  /** Op 7: please reconnect and resume. */
  readonly reconnect: () => void;
  /** Op 9: the session is gone, or may be resumed. */
  readonly invalidate: (resumable: boolean) => void;
  /** The next event's frame breaks off in the middle. */
  readonly cutNextFrame: () => void;
  readonly close: (code: number) => void;
  readonly stop: () => void;
}

/** What the gateway lets in: the token, and the privileged intents that were granted. */
export interface Admission {
  readonly token: string;
  readonly granted: number;
}

export function createGateway(server: Server, world: World, { token, granted }: Admission): Gateway {
  const sessions = new Map<string, Session>();
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: 4096 });
  let redeliver = 0;

  server.on('upgrade', (request, stream, head) => {
    sockets.handleUpgrade(request, stream, head, (socket) => {
      const version = new URL(request.url ?? '/', 'ws://gateway').searchParams.get('v');
      if (version !== '10') return socket.close(GatewayCloseCodes.InvalidAPIVersion);
      listen({ socket, stream });
    });
  });

  const listen = (connection: Connection) => {
    const { socket } = connection;
    let session: Session | null = null;
    let frames: number[] = [];
    const send = (op: number, d: unknown) => socket.send(JSON.stringify({ op, d, s: null, t: null }));
    socket.on('close', (code) => {
      if (session?.connection === connection) session.connection = null;
      world.journal.add({ kind: 'socket closed', code });
    });
    socket.on('error', () => socket.terminate());
    socket.on('message', (raw) => {
      frames = [...frames.filter((at) => at > Date.now() - 60_000), Date.now()];
      if (frames.length > 120) return socket.close(GatewayCloseCodes.RateLimited);
      const frame = readFrame(raw.toString());
      if (!frame) return socket.close(GatewayCloseCodes.DecodeError);
      switch (frame.op) {
        case GatewayOpcodes.Heartbeat:
          return send(GatewayOpcodes.HeartbeatAck, null);
        case GatewayOpcodes.Identify:
          if (session) return socket.close(GatewayCloseCodes.AlreadyAuthenticated);
          session = identify(connection, frame.d);
          return;
        case GatewayOpcodes.Resume:
          session = resume(connection, frame.d);
          if (!session) send(GatewayOpcodes.InvalidSession, false);
          return;
        case GatewayOpcodes.RequestGuildMembers:
          if (!session) return socket.close(GatewayCloseCodes.NotAuthenticated);
          return sendMembers(session, frame.d);
        case GatewayOpcodes.PresenceUpdate:
        case GatewayOpcodes.VoiceStateUpdate:
          if (!session) socket.close(GatewayCloseCodes.NotAuthenticated);
          return;
        default:
          return socket.close(GatewayCloseCodes.UnknownOpcode);
      }
    });
    send(GatewayOpcodes.Hello, { heartbeat_interval: 41_250 });
  };

  const identify = (connection: Connection, data: unknown): Session | null => {
    const identified = readIdentify(data, token, granted);
    if ('close' in identified) {
      connection.socket.close(identified.close);
      return null;
    }
    const session = createSession(world.id(), identified.shard, identified.intents, connection);
    sessions.set(session.id, session);
    const guilds = [...world.guilds.values()].filter((guild) => guild.hasBot && isOn(session, guild));
    session.push('READY', readyPayload(world, session, guilds));
    if (session.intents & GatewayIntentBits.Guilds)
      for (const guild of guilds) session.push('GUILD_CREATE', guildPayload(world, guild));
    world.journal.add({ kind: 'identified', shard: session.shard });
    return session;
  };

  const resume = (connection: Connection, data: unknown): Session | null => {
    const parsed = resumeSchema.safeParse(data);
    if (!parsed.success || parsed.data.token !== token) return null;
    const session = sessions.get(parsed.data.session_id);
    const after = Math.max(0, (parsed.data.seq ?? 0) - redeliver);
    redeliver = 0;
    if (!session?.replay(connection, after)) return null;
    session.push('RESUMED', {});
    world.journal.add({ kind: 'resumed', shard: session.shard });
    return session;
  };

  const sendMembers = (session: Session, data: unknown) => {
    const { guild_id, user_ids, nonce } = membersSchema.parse(data);
    const guild = world.guilds.get(guild_id);
    if (!guild) return;
    const members = user_ids.flatMap((id) => world.people.get(id) ?? []).map(memberPayload);
    session.push('GUILD_MEMBERS_CHUNK', {
      guild_id,
      members,
      chunk_index: 0,
      chunk_count: 1,
      not_found: [],
      nonce,
    });
  };

  const open = (): Connection[] =>
    [...sessions.values()].flatMap(({ connection }) => (connection ? [connection] : []));
  const toAll = (op: number, d: unknown) => {
    for (const { socket } of open()) socket.send(JSON.stringify({ op, d, s: null, t: null }));
  };

  return {
    sessions: () => [...sessions.values()],
    dispatch: (dispatch) => {
      for (const session of sessions.values()) {
        if (!isOn(session, dispatch.guild)) continue;
        const data = heardWith(session.intents, world.bot.id, dispatch);
        if (data) session.push(dispatch.event, data);
      }
    },
    drop: (options) => {
      redeliver = options?.redeliver ?? 0;
      for (const { socket } of open()) socket.terminate();
    },
    reconnect: () => toAll(GatewayOpcodes.Reconnect, null),
    invalidate: (resumable) => {
      toAll(GatewayOpcodes.InvalidSession, resumable);
      if (!resumable) sessions.clear();
    },
    cutNextFrame: () => {
      for (const session of sessions.values()) session.cutNext();
    },
    close: (code) => {
      for (const { socket } of open()) socket.close(code);
    },
    stop: () => {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}

function readFrame(text: string): z.output<typeof frameSchema> | null {
  try {
    return frameSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** Which shard hears of a server: by its id; direct messages and what has no server go to the first. */
function isOn({ shard: [index, count] }: Session, guild: Guild | null): boolean {
  return guild === null ? index === 0 : Number((BigInt(guild.id) >> 22n) % BigInt(count)) === index;
}
