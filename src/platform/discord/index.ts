export { commandJson } from './commands.ts';
export type { Page } from './components.ts';
export { render } from './render.ts';
export { type Discord, type DiscordSetup, startDiscord } from './start.ts';
export { DiscordStartError } from './start-error.ts';
