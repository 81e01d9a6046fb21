import { repr } from '../../frameworks/index.ts';
import { findNetworks } from '../../model/index.ts';
import type { Shape } from '../../pooling/index.ts';
import { type LayerCall, readQuestion } from '../../question/index.ts';
import { compute } from '../compute.ts';
import { traceModel } from '../trace.ts';
import type { Context } from './context.ts';
import { isCovered } from './covered.ts';
import { applicationIn, layersIn, readWith } from './layers.ts';
import { modelOf } from './model.ts';
import { claimedShape, inTurn } from './shape.ts';
import { shapesIn, tupleOf, written } from './sizes.ts';

/** What a part leaves behind for those after it: its framework, its layer, its input, what comes out. */
export function remember(text: string, context: Context, understood: boolean): Context {
  const read = readWith(text, context.framework);
  const layers = layersIn(text);
  const [last] = layers.filter(({ pooling }) => pooling).slice(-1);
  const spoken = read.calls.at(-1)?.span;
  const layer =
    last?.text ?? spelledOut(read.calls.at(-1)) ?? (spoken ? text.slice(spoken.start, spoken.end) : null);
  const claimed = claimedShape(text, { input: context.input, layer: layer ?? context.layer });
  const given = shapesIn(text).find((shape) => shape.start !== claimed?.start && shape.role !== 'output');
  const input = given?.shape ?? null;
  const crossed = given?.crossed ?? context.crossed;
  const output = outputOf(text, layer ?? context.layer, input ?? context.input, { ...context, crossed });
  const known = {
    ...context,
    framework: read.framework ?? context.framework,
    ...(layer ? { layer } : {}),
    ...(input ? { input, crossed } : {}),
    ...(layer || input || layers.length > 0 || (claimed && inTurn.test(text)) ? { output } : {}),
    // A new input begins anew.
    narrates: layers.some(({ pooling }) => !pooling) ? isMap(output) : context.narrates && input === null,
    ...(layers.length > 0 ? { entered: context.narrates && !input ? context.output : input } : {}),
    weighted:
      layers.findLast(({ pooling, text: code }) => !pooling && code.includes('('))?.text ?? context.weighted,
    network: networkIn(text) ?? context.network,
    kinds:
      read.calls.length > 0
        ? new Set([...(layer ? context.kinds : []), ...read.calls.map((call) => call.layer.family.reduce)])
        : context.kinds,
    clear: understood
      ? context.clear || (layer !== null && input !== null)
      : context.clear && !mayChange.test(text),
  };
  return input && known.code && !known.model ? traceCode(known.code, known) : known;
}

/** Words of a part that was not understood after which nothing may be taken over from before. */
const mayChange =
  /\d|\b(?:twice|thrice|times|again|then|next|appl\w+|stack\w*|repeat\w*|add(?:s|ed)?|follow\w*|after|before|pool\w*|layers?|conv\w*|dense|flatten\w*|resiz\w*|crop\w*|pad(?:s|ded|ding)?|strides?|kernel|window|input|output|[A-Z]\w*\()/;

/**
 * A part that only says what is given ("My input is 28x28x64") claims nothing; whether all of it was understood. Null
 * for any other part.
 */
export function premise(text: string): { readonly understood: boolean } | null {
  if (isUsed.test(text)) return { understood: isCovered(text.replace(isUsed, ''), layersIn(text), null) };
  if (!opens.test(text) || claims.test(text.slice(Math.max(0, text.indexOf(','))))) return null;
  const read = readWith(text, null);
  const [call] = read.calls;
  const operation = call ? (read.applications[0]?.configuration ?? null) : null;
  const spans = [...layersIn(text), ...shapesIn(text)];
  const rest = text.replace(
    /\b(?:given|suppose|assume|assuming|consider|let|say|take|imagine|start(?:ing)?|feed|my|our|your|have|dataset|data)\b/gi,
    (word) => ' '.repeat(word.length),
  );
  return { understood: isCovered(rest, spans, operation?.ok ? operation.operation : null) };
}

const isUsed = /\s(?:is|are|was) (?:then )?(?:used|applied|given)(?: here)?$/i;
const opens =
  /^(?:(?:let'?s? )?(?:given|suppose|assume|assuming|consider|let|say|take|imagine|start(?:ing)? with)\b|(?:(?:the|my|our|your|an?) )?(?:input|image)(?: (?:shape|size|tensor|image|map|is|has|of))*\s*(?:=|is|:|has|of)|(?:i|we|you) (?:have|start with|use|used|feed|apply)\b)/i;
const claims =
  /\b(?:gives?|outputs?|becomes?|returns?|equals?|get|has|have|applies|ends|results|yields|produces)\b(?! an? (?:input|image))/i;

/** A layer in words with its settings, as code: "max pooling with pool_size=3 and strides=2". */
function spelledOut(call: LayerCall | undefined): string | null {
  if (call?.written !== 'words' || call.given.length === 0) return null;
  const given = call.given.map(({ name, value }) => `${name === null ? '' : `${name}=`}${repr(value)}`);
  return `${call.layer.name}(${given.join(', ')})`;
}

/** The published network that a part names, as it writes it. */
function networkIn(text: string): string | null {
  const names = text.match(/\b[A-Za-z]{3,}-?(?:[vV]\d)?-?\d*(?:[A-Za-z]\d)?\b/g) ?? [];
  return names.find((name) => name.length > 3 && findNetworks(name).length > 0) ?? null;
}

/** What the layers of a part make of the last input; null where that can't be told. */
function outputOf(text: string, layer: string | null, input: Shape | null, context: Context): Shape | null {
  const layers = layersIn(text);
  if (!input) return null;
  if (layers.length > 1 || layers.some(({ pooling }) => !pooling)) {
    const flattens = layers.every(({ text: code }) => /^(?:\w+\.)*Flatten\b/.test(code));
    const inSteps =
      context.listed ||
      context.narrates ||
      (flattens && isMap(context.output)) ||
      /\b(?:after|then|next|followed)\b/i.test(text);
    const chained =
      layers.length === 1 && inSteps && shapesIn(text).every(({ role }) => role !== 'input')
        ? (context.output ?? input)
        : input;
    return (chained && modelOf(text, chained, context.framework)?.output) ?? null;
  }
  const own = shapesIn(text).some(({ role }) => role === 'input');
  const follows = inTurn.test(text) || ((context.listed || context.narrates) && layers.length > 0);
  const entering = follows && !own ? (context.output ?? input) : input;
  const question = layer
    ? readWith(`${layer} on ${written(entering, context.crossed)}`, context.framework)
    : null;
  const application = question && applicationIn(question);
  const outcome = application && compute(application, question);
  return outcome?.kind === 'result' ? outcome.output.own : null;
}

/** Height and width and channels: something that another layer may slide over. */
const isMap = (shape: Shape | null): boolean => (shape?.length ?? 0) > 2;

/** Follows a model in code, so that sentences after it can be checked against it; on the input that was said, if any. */
export function traceCode(code: string, context: Context): Context {
  const framework = context.framework ? { framework: context.framework } : {};
  const trace = (text: string) =>
    traceModel(readQuestion({ text, prefer: 'trace', ...framework }))?.trace ?? null;
  const read = readQuestion({ text: code, prefer: 'trace', ...framework });
  const model = trace(code) ?? (context.input ? trace(`${code}\n\ninput ${tupleOf(context.input)}`) : null);
  const [only, other] = model?.layers.filter(({ pooling }) => pooling) ?? [];
  return {
    ...context,
    code,
    model,
    framework: read.framework ?? context.framework,
    layer: only && !other ? only.name : null,
    output: null,
  };
}
