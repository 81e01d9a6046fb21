import type { Shape } from '../../pooling/index.ts';
import { compute, spatialSizes } from '../compute.ts';
import type { Ruling } from './claim.ts';
import type { Context } from './context.ts';
import { isCovered, isDenied } from './covered.ts';
import { layersIn, readWith } from './layers.ts';
import { modelOf } from './model.ts';
import { type StatedNumber, statedCount } from './numbers.ts';
import { isHalfTold, spokenOf } from './shape.ts';
import { shapesIn } from './sizes.ts';

const alone =
  /(?:\bgives?|\boutputs?|\breturns?|\bproduces?|\byields?|=|→|->|\bis|\bare|\bget|\bgot|\bbecomes?|\bto|\bof length|\bof size|\blength)\s+(?:exactly |only |a vector of (?:length |size )?|a length of |length |size )?(\d{1,3}(?:,\d{3})+|\d+)$/i;

/** "Global average pooling on 7x7x1024 gives 1024 numbers", "Flatten on 7x7x512 gives 25088". */
export function checkCount(sentence: string, context: Context): Ruling | null {
  const stated = statedCount(sentence) ?? lone(sentence);
  if (!stated) return null;
  return ofLayer(sentence, stated, context) ?? ofModel(sentence, stated, context);
}

/** "The output size is 14 for MaxPooling2D(2) on 28x28x64". */
const side =
  /\b(?:size|height|width|length) (?:is|=|equals)(?: not)? (\d+)(?= (?:for|with|when|on|after)\b)/i;

function lone(sentence: string): StatedNumber | null {
  const inside = side.exec(sentence);
  if (inside) return { value: Number(inside[1]), start: inside.index, end: inside.index + inside[0].length };
  const found = alone.exec(sentence);
  const value = Number(found?.[1]?.replaceAll(',', ''));
  return found && Number.isFinite(value) ? { value, start: found.index, end: sentence.length } : null;
}

function ofLayer(sentence: string, stated: StatedNumber, context: Context): Ruling | null {
  const spoken = spokenOf(sentence, { ...stated, shape: [], role: 'output', crossed: false }, context);
  if (!spoken || isHalfTold(spoken.application)) return null;
  const outcome = compute(spoken.application, spoken.question);
  if (outcome.kind !== 'result') return null;
  if (!isCovered(sentence, [...spoken.read, stated], outcome.operation)) return null;
  const { output, input } = outcome;
  const spatial = /\b(?:output|resulting|spatial|new|final)? ?(?:size|height|width|length|side)\b/i.test(
    sentence,
  );
  if (spatial) return ofSide(sentence, stated, spatialSizes(outcome.operation, output.full));
  const own =
    input.batchAdded || output.own[0] === null ? output.own.filter((size) => size !== null) : output.own;
  return counted(sentence, stated, own);
}

/** "The output size is 14" is said of square maps. */
function ofSide(sentence: string, stated: StatedNumber, own: Shape): Ruling | null {
  const [first] = own;
  const plain = own.length > 0 && own.every((size) => size === first);
  if (!plain || first === undefined) return null;
  return {
    right: (first === stated.value) !== isDenied(sentence),
    truth: { kind: 'shape', shape: own, batchAdded: true },
  };
}

function ofModel(sentence: string, stated: StatedNumber, context: Context): Ruling | null {
  const [input, other] = shapesIn(sentence);
  const from = input?.shape ?? (context.clear ? (context.output ?? context.input) : null);
  const layers = layersIn(sentence);
  if (!from || other || layers.length === 0) return null;
  const framework = readWith(sentence, context.framework).framework ?? context.framework;
  const model = modelOf(sentence, from, framework);
  if (!model || !isCovered(sentence, [...model.read, stated, ...(input ? [input] : [])], null)) return null;
  return counted(sentence, stated, model.output);
}

function counted(sentence: string, stated: StatedNumber, shape: Shape): Ruling | null {
  if (shape.some((size) => size === null)) return null;
  const value = shape.reduce<number>((product, size) => product * (size ?? 1), 1);
  return { right: (value === stated.value) !== isDenied(sentence), truth: { kind: 'count', value } };
}
