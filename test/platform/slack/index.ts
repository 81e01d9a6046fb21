export type { Manifest } from './app.ts';
export type { Asked, User } from './person.ts';
export { pings, seen } from './seen.ts';
export { type SlackServer, startSlackServer } from './server.ts';
export type { OpenView, Posted } from './workspace.ts';
