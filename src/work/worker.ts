/** What a worker thread runs: one job at a time. */
export { answerAttachment as default } from './attachment.ts';
