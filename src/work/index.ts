export { answerAttachment } from './attachment.ts';
export { createWorkPool, type WorkPool } from './pool.ts';
export { answerRequest } from './request.ts';
