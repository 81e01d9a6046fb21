export { explain } from './explain.ts';
export { type View, views } from './view.ts';
