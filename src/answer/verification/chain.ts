import { sameShape } from './agreement.ts';
import type { Ruling } from './claim.ts';
import type { Context } from './context.ts';
import { isCovered, isDenied } from './covered.ts';
import { layersIn, readWith } from './layers.ts';
import { modelOf } from './model.ts';
import { claimedShape } from './shape.ts';
import { shapesIn } from './sizes.ts';

/** "Conv2D(32, 3) and MaxPooling2D(2) on 28x28x1 give 13x13x32": several layers, or one that does not pool. */
export function checkChain(sentence: string, context: Context): Ruling | null {
  const layers = layersIn(sentence);
  if (layers.length === 0 || (layers.length === 1 && layers[0]?.pooling)) return null;
  const claimed = claimedShape(sentence, context);
  if (!claimed) return null;
  const input = shapesIn(sentence).find(({ start }) => start !== claimed.start);
  const from = input?.shape ?? (context.clear ? context.input : null);
  const framework = readWith(sentence, context.framework).framework ?? context.framework;
  const model = from && modelOf(sentence, from, framework);
  if (!model || !isCovered(sentence, [...model.read, claimed, ...(input ? [input] : [])], null)) return null;
  const full = model.trace.output ?? model.output;
  const right = sameShape(model.output, claimed.shape) || sameShape(full, claimed.shape);
  return {
    right: right !== isDenied(sentence),
    truth: { kind: 'shape', shape: model.output, batchAdded: true },
  };
}
