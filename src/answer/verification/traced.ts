import { inOwnForm, type Trace, type TracedLayer } from '../../model/index.ts';
import type { Shape } from '../../pooling/index.ts';
import { sameShape } from './agreement.ts';
import type { Ruling } from './claim.ts';
import type { Context } from './context.ts';
import { isCovered, isDenied } from './covered.ts';
import { weightsOf } from './model.ts';
import { statedCount, statedParameters } from './numbers.ts';
import { traceCode } from './remember.ts';
import { type StatedShape, shapesIn } from './sizes.ts';

const places: Readonly<Record<string, number>> = {
  first: 0,
  '1st': 0,
  second: 1,
  '2nd': 1,
  third: 2,
  '3rd': 2,
  fourth: 3,
  '4th': 3,
  last: -1,
  final: -1,
};

const kinds: readonly (readonly [RegExp, (layer: TracedLayer) => boolean])[] = [
  [/global (?:average |max )?pool(?:ing)?|\bgap\b|\bgmp\b/i, ({ name }) => /^Global|^Adaptive/.test(name)],
  [/max[\s-]?pool(?:ing)?/i, ({ name, pooling }) => pooling && /max/i.test(name)],
  [/(?:average|avg|mean)[\s-]?pool(?:ing)?/i, ({ name, pooling }) => pooling && /average|avg/i.test(name)],
  [/pool(?:ing)?/i, ({ pooling }) => pooling],
  [/conv(?:olution(?:al)?)?/i, ({ name }) => /conv/i.test(name)],
  [/flatten/i, ({ name }) => /flatten/i.test(name)],
  [
    /dense|linear|fully connected|\bfc\b|classifier/i,
    ({ name }) => /^(?:Dense|Linear|LazyLinear)$/.test(name),
  ],
  [/batch ?norm\w*/i, ({ name }) => /batchnorm/i.test(name)],
  [/dropout/i, ({ name }) => /dropout/i.test(name)],
];

/** What a sentence says of a layer of the model in code before it, or of the whole model. */
export function checkTraced(whole: string, context: Context): Ruling | null {
  const through = context.model && checkThrough(whole, context.model);
  if (through) return through;
  const { sentence, model } = onOwnInput(whole, context);
  if (!model) return null;
  const parameters = statedParameters(sentence);
  const shapes = shapesIn(sentence);
  const [shape, other] = shapes;
  const count = statedCount(sentence) ?? loneCount(sentence);
  const stated = parameters ?? shape ?? count;
  if (!stated || other) return null;
  const rest = `${sentence.slice(0, stated.start)} ${sentence.slice(stated.end)}`;
  const subject = subjectOf(rest, model);
  if (!subject || !isCovered(subject.rest, [], null)) return null;
  const denied = isDenied(sentence);
  const agree = <Fact>(facts: readonly Fact[], fits: (fact: Fact) => boolean): boolean | null =>
    facts.every(fits) ? true : facts.some(fits) ? null : false;
  if (parameters) {
    const totals = subject.whole
      ? [weightsOf(model)]
      : subject.layers.map((layer) =>
          layer.parameters ? weightsOf({ parameters: layer.parameters }) : null,
        );
    const known = totals.filter((total) => total !== null);
    const right = known.length === totals.length ? agree(known, (total) => total === parameters.value) : null;
    const [value] = known;
    return right === null || value === undefined
      ? null
      : { right: right !== denied, truth: { kind: 'parameters', value } };
  }
  const outputs = subject.whole ? [model.output] : subject.layers.map(({ output }) => output);
  const known = outputs.flatMap((output) => (output ? [output] : []));
  const [value] = known;
  if (!value || known.length < outputs.length) return null;
  if (shape) {
    const right = agree(known, (output) =>
      formsOf(output, model, shape.crossed).some((form) => sameShape(form, shape.shape)),
    );
    return right === null
      ? null
      : {
          right: right !== denied,
          truth: { kind: 'shape', shape: inOwnForm(model, value), batchAdded: model.form.batchAdded },
        };
  }
  const size = (output: Shape) =>
    output.slice(1).reduce<number>((product, one) => product * (one ?? Number.NaN), 1);
  const right =
    count && !Number.isNaN(size(value)) ? agree(known, (output) => size(output) === count.value) : null;
  return right === null ? null : { right: right !== denied, truth: { kind: 'count', value: size(value) } };
}

/** "The second max pooling goes from 14x14 to 7x7": one layer of the model, with what goes in. */
function checkThrough(sentence: string, model: Trace): Ruling | null {
  const [before, after, other] = shapesIn(sentence);
  if (!before || !after || other || !/\bfrom\s+(?:an?\s+|the\s+)?$/i.test(sentence.slice(0, before.start)))
    return null;
  if (!/^\s*(?:down\s+)?(?:to|into)\s+(?:an?\s+)?$/i.test(sentence.slice(before.end, after.start)))
    return null;
  const rest = `${sentence.slice(0, before.start)} ${sentence.slice(after.end)}`;
  const subject = subjectOf(rest, model);
  const [layer, another] = subject?.layers ?? [];
  const [input] = layer?.inputs ?? [];
  if (!subject || !layer?.output || !input || another || !isCovered(subject.rest, [], null)) return null;
  const fits = (shape: Shape, stated: StatedShape) =>
    formsOf(shape, model, stated.crossed).some((form) => sameShape(form, stated.shape));
  return {
    right: (fits(input, before) && fits(layer.output, after)) !== isDenied(sentence),
    truth: { kind: 'example', input: input.slice(1), output: layer.output.slice(1) },
  };
}

/** "With a 32x32 input, …" follows the model on that input. */
function onOwnInput(
  sentence: string,
  context: Context,
): { readonly sentence: string; readonly model: Trace | null } {
  const input = shapesIn(sentence).find(({ role }) => role === 'input');
  if (!input || !context.code) return { sentence, model: context.model };
  const { model } = traceCode(context.code, { ...context, input: input.shape });
  const rest = `${sentence.slice(0, input.start)} ${sentence.slice(input.end)}`;
  return { sentence: rest.replace(/\s+/g, ' '), model };
}

function loneCount(sentence: string) {
  const found =
    /\b(?:gives?|outputs?|returns?|produces?|yields?|is|of length|to)\s+(?:a vector of (?:length |size )?)?(\d{1,3}(?:,\d{3})+|\d+)$/i.exec(
      sentence,
    );
  return found
    ? { value: Number(found[1]?.replaceAll(',', '')), start: found.index, end: sentence.length }
    : null;
}

/** Batch and all, without the batch, and height and width alone in either order of axes. */
function formsOf(output: Shape, model: Trace, crossed: boolean): readonly Shape[] {
  const sides = output.length === 4 ? [output.slice(1, 3), output.slice(2)] : [];
  const channelsFirst = model.layers.some(({ framework }) => framework === 'torch');
  const [map] = channelsFirst ? sides.slice(1) : sides;
  const said =
    crossed && channelsFirst && output.length === 4 ? [[...output.slice(2), output[1] ?? null]] : [];
  return [output, inOwnForm(model, output), output.slice(1), ...(map ? [map] : []), ...said];
}

interface Subject {
  readonly layers: readonly TracedLayer[];
  readonly whole: boolean;
  /** The sentence without the words that name the layer. */
  readonly rest: string;
}

/** The layer that words mean: "the second max pooling layer", "the Flatten", "the model". */
function subjectOf(sentence: string, model: Trace): Subject | null {
  const whole =
    /\b(?:the |this |whole |entire |full |complete )*(?:model|network|net|cnn)\b(?:'s)?|\b(?:total|final output|in total|altogether)\b/i;
  const found = kinds
    .flatMap(([pattern, isKind]) => {
      const match = named(pattern).exec(sentence);
      return match ? [{ match, isKind }] : [];
    })
    .sort((a, b) => a.match.index - b.match.index);
  const [first] = found;
  if (first) {
    const { match, isKind } = first;
    const all = model.layers.filter(isKind);
    const place = places[match[1]?.toLowerCase() ?? ''];
    const chosen = place === undefined ? all : [all.at(place)].filter((layer) => layer !== undefined);
    const behind = sentence.slice(match.index + match[0].length);
    const rest = `${sentence.slice(0, match.index)} ${chosen.length === 1 ? behind.replace(next, ' ') : behind}`;
    return chosen.length > 0 ? { layers: chosen, whole: false, rest } : null;
  }
  if (!whole.test(sentence)) return null;
  return { layers: [], whole: true, rest: sentence.replace(new RegExp(whole.source, 'gi'), ' ') };
}

const named = (pattern: RegExp): RegExp =>
  new RegExp(
    String.raw`(?:\b(?:the|its|this|that)\s+)?(?:\b(first|1st|second|2nd|third|3rd|fourth|4th|last|final|only)\s+)?(?<![\w])(?:${pattern.source})\w*(?:\([^()]*\))?(?:\s+layer)?`,
    'i',
  );
/** Where a layer stands that there is one of anyway. */
const next =
  /^\s*(?:right |directly )?(?:after|behind|following) (?:it|that|this|them|the (?:\w+ ){0,3}(?:pool(?:ing)?|conv(?:olution)?|flatten|layers?|gap|block)\b)/i;
