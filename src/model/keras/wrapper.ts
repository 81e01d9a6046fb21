import { python } from '../../frameworks/index.ts';
import type { ArgumentKinds } from '../arguments/kind.ts';
import { anyOf, anything, required } from '../arguments/kinds.ts';
import type { ModelLayer } from '../layer.ts';
import { problem } from '../problem.ts';
import { kerasLayer } from './callee.ts';

/** A layer around another one; which one comes beside the arguments, so alone nothing can be said. */
const wrapper = (name: string, page: string, others: ArgumentKinds): ModelLayer =>
  kerasLayer(`recurrent_layers/${page}`, {
    name,
    arguments: { layer: { ...required, tensor: true }, ...others },
    infer() {
      const advice = `I can't see which layer stands inside ${name}(…), and the shapes depend on it.`;
      return problem('unknown-value', 'constructor', null, advice);
    },
  });

export const wrappers: readonly ModelLayer[] = [
  wrapper('Bidirectional', 'bidirectional', {
    merge_mode: anything(python.str('concat')),
    ...anyOf('weights', 'backward_layer'),
  }),
  wrapper('TimeDistributed', 'time_distributed', {}),
];
