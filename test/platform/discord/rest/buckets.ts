import type { Context } from 'hono';
import type { Clock } from '../clock.ts';

const perWindow = 1_000;
const windowSeconds = 1;

/** The rate-limit headers that Discord puts on every answer; each route and main id has its own bucket. */
export function createBuckets(clock: Clock): (context: Context, route: string) => void {
  const buckets = new Map<string, { used: number; resetAt: number }>();
  return (context, route) => {
    const now = clock.now() / 1000;
    const found = buckets.get(route);
    const bucket = found && found.resetAt > now ? found : { used: 0, resetAt: now + windowSeconds };
    bucket.used += 1;
    buckets.set(route, bucket);
    context.header('X-RateLimit-Limit', String(perWindow));
    context.header('X-RateLimit-Remaining', String(Math.max(0, perWindow - bucket.used)));
    context.header('X-RateLimit-Reset', bucket.resetAt.toFixed(3));
    context.header('X-RateLimit-Reset-After', (bucket.resetAt - now).toFixed(3));
    context.header('X-RateLimit-Bucket', Buffer.from(route).toString('hex').slice(0, 32));
  };
}
