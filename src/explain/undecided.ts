import type { Answer, Undecided } from '../answer/index.ts';
import type { Message } from '../reply/index.ts';
import { assumptionLines } from './assumptions.ts';
import { message } from './message.ts';
import { paragraph } from './prose.ts';

/** That two sides can't be compared, and what stands in the way. */
export function explainUndecided(answer: Answer, undecided: Undecided): Message {
  return message({
    title: 'I can’t decide whether these are the same',
    understood: null,
    blocks: [paragraph(hindrance(undecided))],
    assumptions: assumptionLines(answer.question),
    sources: [],
  });
}

function hindrance(undecided: Undecided): string {
  switch (undecided.kind) {
    case 'refused':
      return undecided.refusal.advice;
    case 'no-rule':
      return `What \`${undecided.name}\` does depends on more than I compare: I follow pooling, padding, 1 × 1 convolutions, Dense on every cell, activations and Flatten. Leave it out of both sides and I compare the rest.`;
    case 'no-axes':
      return `\`${undecided.name}\` comes behind a step that leaves no height and width to pool over. With \`keepdims=True\` in that step there would be something left.`;
    case 'too-large':
      return 'Their windows together are so large that no map fits both on which I could compare them cell by cell. With the same steps on smaller windows I can.';
    case 'other-axes':
      return 'On one and the same array they pool over other axes: one has its channels last, the other in front. Name the axes that hold height and width and I compare them.';
  }
}
