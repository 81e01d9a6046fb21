import { type Problem, problem } from '../problem.ts';
import type { Obstacle } from './trace.ts';

/** Why a trace ends where the code leaves open which way it goes. */
export function notFollowed(name: string, obstacle: Obstacle): Problem {
  return problem('not-followed', 'call', null, advice(name, obstacle));
}

function advice(name: string, obstacle: Obstacle): string {
  switch (obstacle) {
    case 'condition':
      return `Which way \`${name}\` goes depends on what is not in the code. Send me the one branch, and I follow it.`;
    case 'loop':
      return (
        `How often \`${name}\` goes round is not in the code; above is one turn. With a number in place of it, as in ` +
        '`for _ in range(3)`, I follow every turn.'
      );
    case 'recursion':
      return `${name} calls itself without an end that I can see. Send me the model with the calls written out.`;
    case 'missing':
      return `The code of ${name} is not in the message, so I can't say what happens there. Send me it as well.`;
  }
}
