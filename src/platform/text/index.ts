export { renderText, tableLines } from './render.ts';
export { type Style, terminalStyle, unstyled } from './style.ts';
export { width } from './width.ts';
