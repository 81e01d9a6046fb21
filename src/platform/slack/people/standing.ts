import { setTimeout as sleep } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { Log } from '../../log.ts';
import type { Account } from '../connection/accounts.ts';
import type { Client } from '../connection/client.ts';

/** What Slack says of somebody, as far as the app may ask. */
export interface Standing {
  readonly staff: boolean;
  /** The ids of their user groups. */
  readonly roles: readonly string[];
}

/** Somebody in a workspace, and what asks Slack about them. */
interface Somebody {
  readonly team: string | null;
  readonly user: string;
  readonly client: Client;
  readonly account: Account;
}

export interface People {
  /** Never later than a second, for the acknowledgement waits for it; what Slack has not said by then counts as no. */
  readonly of: (somebody: Somebody) => Promise<Standing>;
}

const fresh = 5 * 60_000;
const patience = 1_000;

const member = z.object({
  user: z.object({ is_admin: z.boolean().default(false), is_owner: z.boolean().default(false) }),
});
const groups = z.object({
  usergroups: z.array(z.object({ id: z.string(), users: z.array(z.string()).default([]) })),
});

/**
 * Staff are those in `named`, who installed the app, and, with the scope users:read, the workspace's admins and owners;
 * roles are user groups, with the scope usergroups:read. Asked of Slack once in five minutes, and without these scopes
 * never.
 */
export function createPeople(named: readonly string[], log: Log): People {
  const admins = new LRUCache<string, boolean, Client>({
    max: 20_000,
    ttl: fresh,
    allowStale: true,
    fetchMethod: async (key, _, { context }) => {
      const { user } = member.parse(await context.users.info({ user: key.slice(key.indexOf(' ') + 1) }));
      return user.is_admin || user.is_owner;
    },
  });
  const memberships = new LRUCache<string, ReadonlyMap<string, readonly string[]>, Client>({
    max: 1_000,
    ttl: fresh,
    allowStale: true,
    fetchMethod: async (_key, _, { context }) => {
      const { usergroups } = groups.parse(await context.usergroups.list({ include_users: true }));
      return Map.groupBy(
        usergroups.flatMap(({ id, users }) => users.map((user) => ({ id, user }))),
        ({ user }) => user,
      )
        .entries()
        .reduce(
          (all, [user, found]) =>
            all.set(
              user,
              found.map(({ id }) => id),
            ),
          new Map<string, string[]>(),
        );
    },
  });

  const inTime = async <Value>(asked: Promise<Value | undefined>, otherwise: Value): Promise<Value> => {
    const late = new AbortController();
    const answer = asked.catch((error: unknown) => {
      log.warn({ err: error }, 'Slack does not say who somebody is');
      return undefined;
    });
    const first = await Promise.race([
      answer,
      sleep(patience, undefined, { signal: late.signal }).catch(() => undefined),
    ]);
    late.abort();
    return first ?? otherwise;
  };

  return {
    of: async ({ team, user, client, account: { scopes, installer } }) => {
      const may = (scope: string) => scopes?.includes(scope) === true;
      const isNamed = named.includes(user) || installer === user;
      const [staff, member] = await Promise.all([
        isNamed || !may('users:read')
          ? isNamed
          : inTime(admins.fetch(`${team} ${user}`, { context: client }), false),
        may('usergroups:read')
          ? inTime(memberships.fetch(String(team), { context: client }), new Map<string, readonly string[]>())
          : null,
      ]);
      return { staff, roles: member?.get(user) ?? [] };
    },
  };
}
