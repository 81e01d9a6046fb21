export { explain } from './explain.ts';
export { corrections } from './verification.ts';
export { type View, views } from './view.ts';
