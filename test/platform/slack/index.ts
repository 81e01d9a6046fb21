export type { Manifest } from './server/app.ts';
export { pings, seen } from './server/seen.ts';
export { type SlackServer, startSlackServer } from './server/start.ts';
