/** What a worker thread runs, by name: one job at a time. */
export { answerAttachment } from './attachment.ts';
export { answerRequest } from './request.ts';
