import {
  type Argument,
  type CallContext,
  type Configuration,
  configure,
  type FrameworkId,
  type Refusal,
} from '../../frameworks/index.ts';
import type { Layout } from '../../pooling/index.ts';
import type { Application, Assumption, InputRead, LayerCall } from '../question.ts';
import { fitInput } from './input.ts';
import { likelyLayout, namedLayout, nativeLayout } from './layout.ts';

/** What is applied to what, and how the asker's axes are meant. */
export interface Given {
  readonly call: LayerCall;
  readonly read: InputRead | null;
  /** Said in the text or set by a button. */
  readonly layout: Layout | null;
  /** Whether the asker named the framework, so that its axis order is theirs. */
  readonly framework: FrameworkId | null;
  readonly rank: 1 | 2 | 3;
  /** The order of a shape's axes is ours, as it was told in words. */
  readonly ours: boolean;
  readonly context: CallContext;
}

export interface Applied {
  readonly application: Application;
  readonly assumptions: readonly Assumption[];
}

/** One layer on one input: its layout settled, its arguments configured, the input fitted. */
export function applyLayer(given: Given): Applied {
  const { call, read, context } = given;
  const rank = call.layer.rank ?? given.rank;
  const named = read === null || given.ours ? null : namedLayout(read);
  const free = call.written === 'words' && given.framework === null;
  const guessed = read === null || read.literal || !free ? null : likelyLayout(read.shape, rank);
  const written = named ?? given.layout ?? orderElsewhere(given) ?? guessed;
  const settled = withLayout(call, written);
  const configuration = configure(settled.layer, settled.given, { ...context, applied: settled.applied });
  if (read === null) return { application: { call: settled, configuration, input: null }, assumptions: [] };
  const own = layoutOf(configuration, settled);
  const input = fitInput(read, { layer: settled.layer, rank, layout: own, written: written ?? own });
  const assumptions: Assumption[] = [];
  if (
    named === null &&
    given.layout === null &&
    !saysLayout(call) &&
    read.shape.length > rank &&
    !read.literal
  ) {
    assumptions.push({
      kind: 'layout',
      layout: written ?? own,
      because: guessed === null ? 'framework' : 'default',
    });
  }
  if (written === null && !read.literal && looksTurned(read, rank, own, settled)) {
    assumptions.push({ kind: 'channels-in-front', framework: settled.layer.framework });
  }
  if (read.integers !== undefined && read.values !== null && losesFractions(settled)) {
    assumptions.push({ kind: 'floats', dtype: read.integers, framework: settled.layer.framework });
  }
  if (input.batchAdded && !read.literal) assumptions.push({ kind: 'batch-added' });
  if (input.channelsAdded) assumptions.push({ kind: 'channels-added' });
  return { application: { call: settled, configuration, input }, assumptions };
}

/** The order of the framework that was named, where it lacks the layer and another's had to be taken. */
function orderElsewhere({ call, framework }: Given): Layout | null {
  const elsewhere = call.written === 'words' && framework !== null && framework !== call.layer.framework;
  return elsewhere ? nativeLayout(framework) : null;
}

/** Layers that can be told the layout are told the asker's, unless they were told one already. */
function withLayout(call: LayerCall, layout: Layout | null): LayerCall {
  const takes = call.layer.parameters.some(({ name }) => name === 'data_format');
  if (layout === null || !takes || saysLayout(call) || call.layer.framework !== 'keras') return call;
  if (layout === nativeLayout(call.layer.framework)) return call;
  const argument: Argument = { name: 'data_format', value: { type: 'str', value: layout } };
  return { ...call, given: [...call.given, argument] };
}

/** `nn.MaxPool2d(2)` on 32x32x3: PyTorch takes the first axis as channels, but the sizes are those of an image. */
function looksTurned(
  { shape, values }: InputRead,
  rank: 1 | 2 | 3,
  layout: Layout,
  call: LayerCall,
): boolean {
  const fixed = call.layer.parameters.every(({ name }) => name !== 'data_format');
  return (
    values === null && fixed && layout === 'channels_first' && likelyLayout(shape, rank) === 'channels_last'
  );
}

/** Averages of integers are cut off or refused; maxima are the same. */
function losesFractions({ layer }: LayerCall): boolean {
  const { reduce, window } = layer.family;
  return reduce === 'average' && window === 'local' && /^(?:torch|keras|tensorflow)$/.test(layer.framework);
}

function saysLayout(call: LayerCall): boolean {
  return call.given.some(({ name }) => name === 'data_format');
}

function layoutOf(configuration: Configuration | Refusal, call: LayerCall): Layout {
  return configuration.ok ? configuration.operation.axes.layout : nativeLayout(call.layer.framework);
}
