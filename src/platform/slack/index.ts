export type { Installations } from './connection/installations.ts';
export { SlackStartError } from './connection/start-error.ts';
export { type ManifestMode, slackManifest } from './manifest.ts';
export { type Rendered, render } from './render.ts';
export { type Slack, type SlackSetup, startSlack } from './start.ts';
