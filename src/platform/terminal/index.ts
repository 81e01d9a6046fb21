export { renderText, tableLines } from '../text/index.ts';
export { startTerminal, type TerminalChat } from './chat.ts';
