import { type Problem, problem } from '../problem.ts';
import { printSizes } from '../shape/dimensions.ts';
import type { Obstacle, TracedLayer } from './trace.ts';

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
      return `What ${name} stands for is not in the message, so I can't say what happens there. Send me it as well.`;
  }
}

/** What fails where the order is only supposed shows that it is another. */
export function supposed(layer: TracedLayer): TracedLayer {
  const shape = layer.inputs.map(printSizes).join(' and ');
  const advice =
    `Nothing here says what runs between the layers, only in which order they were built. In that order ${shape} goes ` +
    `into ${layer.name}, which does not fit, so something else stands in front of it. Send me the forward of the model.`;
  return { ...layer, problem: problem('not-followed', 'call', null, advice) };
}
