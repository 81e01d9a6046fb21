export { startTerminal, type TerminalChat } from './chat.ts';
export { renderText } from './render.ts';
