import { GatewayCloseCodes } from 'discord.js';
import { z } from 'zod';
import { knownIntents, privilegedIntents } from './intents.ts';

const identifySchema = z.object({
  token: z.string(),
  properties: z.object({ os: z.string(), browser: z.string(), device: z.string() }),
  intents: z.int().min(0),
  shard: z.tuple([z.int().min(0), z.int().min(1)]).default([0, 1]),
});

export interface Identified {
  readonly shard: readonly [number, number];
  readonly intents: number;
}

/** Reads op 2, or gives the code with which Discord closes the socket. */
export function readIdentify(
  data: unknown,
  token: string,
  granted: number,
): Identified | { readonly close: GatewayCloseCodes } {
  const parsed = identifySchema.safeParse(data);
  if (!parsed.success) return { close: GatewayCloseCodes.DecodeError };
  const { intents, shard } = parsed.data;
  if (parsed.data.token !== token) return { close: GatewayCloseCodes.AuthenticationFailed };
  if (shard[0] >= shard[1]) return { close: GatewayCloseCodes.InvalidShard };
  if ((intents & ~knownIntents) !== 0) return { close: GatewayCloseCodes.InvalidIntents };
  if ((intents & privilegedIntents & ~granted) !== 0) return { close: GatewayCloseCodes.DisallowedIntents };
  return { shard, intents };
}
