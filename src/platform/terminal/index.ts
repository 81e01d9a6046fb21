export { startTerminal, type TerminalChat } from './chat.ts';
