import { inOwnForm, traceChain } from '../../model/index.ts';
import { sameShape } from './agreement.ts';
import type { Ruling } from './claim.ts';
import type { Context } from './context.ts';
import { isCovered, isDenied } from './covered.ts';
import { layersIn, readWith, type WrittenLayer } from './layers.ts';
import { modelOf } from './model.ts';
import { claimedShape, inTurn } from './shape.ts';
import { shapesIn } from './sizes.ts';

/** Not of "twice the channels". */
const twice =
  /(?<=\b(?:applied|used|run|stacked) )(?:twice|two times)(?: in a row)?\b|\b(?:twice|two times)(?: in a row)?(?= (?:to|on|gives?)\b)/i;

/** "MaxPooling2D(2) applied twice to 28x28x64 gives 7x7x64". */
function checkRepeated(
  sentence: string,
  [layer, other]: readonly WrittenLayer[],
  context: Context,
): Ruling | null {
  const once = sentence.replace(twice, (words) => ' '.repeat(words.length));
  const claimed = claimedShape(once, context);
  const input = claimed && shapesIn(once).find(({ start }) => start !== claimed.start);
  if (!layer || other || !claimed || !input || !isCovered(once, [layer, claimed, input], null)) return null;
  const [call] = readWith(layer.text, context.framework).calls;
  if (!call) return null;
  const step = { name: call.layer.name, given: call.given };
  const trace = traceChain([step, step], call.layer.framework, input.shape);
  if (!trace.output) return null;
  const own = inOwnForm(trace, trace.output);
  return {
    right: (sameShape(own, claimed.shape) || sameShape(trace.output, claimed.shape)) !== isDenied(sentence),
    truth: { kind: 'shape', shape: own, batchAdded: true },
  };
}

/** "Conv2D(32, 3) and MaxPooling2D(2) on 28x28x1 give 13x13x32": several layers, or one that does not pool. */
export function checkChain(sentence: string, context: Context): Ruling | null {
  const layers = layersIn(sentence);
  const [repeated] = sentence.match(twice) ?? [];
  if (layers.length === 0 || (layers.length === 1 && layers[0]?.pooling && !repeated)) return null;
  if (repeated) return checkRepeated(sentence, layers, context);
  const claimed = claimedShape(sentence, context);
  if (!claimed) return null;
  const input = shapesIn(sentence).find(({ start }) => start !== claimed.start);
  const inSteps = context.listed || context.narrates;
  const before = inSteps ? (context.output ?? context.input) : context.input;
  const from = input?.shape ?? (context.clear ? before : null);
  const framework = readWith(sentence, context.framework).framework ?? context.framework;
  const model = from && modelOf(sentence, from, framework);
  const said = input ? sentence : sentence.replace(inTurn, (words) => ' '.repeat(words.length));
  if (!model || !isCovered(said, [...model.read, claimed, ...(input ? [input] : [])], null)) return null;
  const full = model.trace.output ?? model.output;
  const right = sameShape(model.output, claimed.shape) || sameShape(full, claimed.shape);
  return {
    right: right !== isDenied(sentence),
    truth: { kind: 'shape', shape: model.output, batchAdded: true },
  };
}
