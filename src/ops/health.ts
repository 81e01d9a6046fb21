import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import type { Metrics } from './metrics.ts';

/** A part of the program that can be up or down, by the name that an operator knows. */
export interface Service {
  readonly name: string;
  readonly connected: () => boolean | Promise<boolean>;
}

export interface HealthServer {
  readonly port: number;
  readonly stop: () => Promise<void>;
}

/** What of the numbers is served. */
export type Readings = Pick<Metrics, 'text' | 'contentType'>;

/**
 * The routes alone: `/healthz` is 200 while the process answers, `/readyz` is 200 when every service is connected,
 * `/metrics` has the numbers for Prometheus.
 */
export function healthRoutes(services: () => readonly Service[], metrics: Readings): Hono {
  return new Hono()
    .get('/healthz', (context) => context.json({ status: 'ok' }))
    .get('/readyz', async (context) => {
      const states = services().map(async ({ name, connected }) => [name, await connected()] as const);
      const connected = Object.fromEntries(await Promise.all(states));
      const ready = Object.values(connected).every(Boolean);
      return context.json({ status: ready ? 'ready' : 'not ready', connected }, ready ? 200 : 503);
    })
    .get('/metrics', async (context) =>
      context.text(await metrics.text(), 200, { 'content-type': metrics.contentType }),
    );
}

/** Serves the routes on loopback. Rejects with the operating system's error when the port is taken. */
export function serveHealth(
  port: number,
  services: () => readonly Service[],
  metrics: Readings,
): Promise<HealthServer> {
  return new Promise((resolve, reject) => {
    const server = serve(
      { fetch: healthRoutes(services, metrics).fetch, port, hostname: '127.0.0.1' },
      (info) =>
        resolve({
          port: info.port,
          stop: () => new Promise((stopped) => server.close(() => stopped())),
        }),
    );
    server.once('error', reject);
  });
}
