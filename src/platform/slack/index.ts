export { type ManifestMode, scopes as slackScopes, slackManifest } from './manifest.ts';
export { type Rendered, render, type Surroundings } from './render.ts';
export { type Slack, type SlackMode, type SlackSetup, startSlack } from './start.ts';
export { SlackStartError } from './start-error.ts';
