import { configure, infer } from '../../frameworks/index.ts';
import type { Shape } from '../../pooling/index.ts';
import type { Application, Question } from '../../question/index.ts';
import { compute, spatialSizes } from '../compute.ts';
import type { Result } from '../outcome.ts';
import { sameShape } from './agreement.ts';
import type { Ruling } from './claim.ts';
import type { Context } from './context.ts';
import { blank, isCovered, isDenied } from './covered.ts';
import { applicationIn, layersIn, readWith, spanOf } from './layers.ts';
import { type StatedShape, shapesIn, written } from './sizes.ts';

/** A layer on an input, as a sentence has it, and where in the sentence both stand. */
export interface Spoken {
  readonly application: Application;
  readonly question: Question;
  /** The input was crossed, as people say it. */
  readonly crossed: boolean;
  /** Both stand in the sentence itself, so that a refusal is the sentence's own. */
  readonly own: boolean;
  readonly read: readonly { readonly start: number; readonly end: number }[];
}

/**
 * "MaxPooling2D(2) on 28x28x64 gives 14x14x64", in any order of words. Where layers are told one after the other, a
 * layer may still be meant on the first input.
 */
export function checkShape(sentence: string, context: Context): Ruling | null {
  const ruling = ruleOnShape(sentence, context);
  if (!ruling || ruling.right || !context.narrates || /\bafter\b/i.test(sentence) || inTurn.test(sentence))
    return ruling;
  const { input, entered } = context;
  const apart = [input, entered].map((shape) =>
    ruleOnShape(sentence, { ...context, narrates: false, input: shape }),
  );
  return apart.find((one) => one?.right) ?? ruling;
}

function ruleOnShape(sentence: string, context: Context): Ruling | null {
  const free = whateverGoesIn.exec(sentence);
  if (free) return checkAdaptive(sentence.slice(0, free.index).replace(/\balways\b/i, ''), context);
  const claimed = claimedShape(sentence, context);
  if (!claimed) return null;
  const spoken = spokenOf(sentence, claimed, context);
  if (!spoken || isHalfTold(spoken.application)) return null;
  const { application, question, crossed, own, read } = spoken;
  const outcome = compute(application, question);
  if (outcome.kind === 'open') return null;
  const operation = application.configuration.ok ? application.configuration.operation : null;
  // "A second one" and "another" say only that it is applied to what came out before.
  const said = own ? sentence : sentence.replace(inTurn, (words) => ' '.repeat(words.length));
  if (!isCovered(said, [...read, claimed], operation)) return null;
  const turned = crossed ? heightFirst(application) : null;
  if (turned && (sameShape(turned, claimed.shape) || isPlainlyHeightFirst(application))) {
    const fits = [turned, turned.slice(0, -1)].some((shape) => sameShape(shape, claimed.shape));
    return { right: fits !== isDenied(sentence), truth: { kind: 'shape', shape: turned, batchAdded: true } };
  }
  if (outcome.kind === 'refused' && !own) return null;
  if (outcome.kind === 'refused')
    return { right: false, truth: { kind: 'refused', advice: outcome.refusal.advice } };
  if (/\bhalv/i.test(sentence) && !isHalved(outcome)) return null;
  const right = admitted(outcome).some((shape) => sameShape(shape, claimed.shape));
  const { output, input } = outcome;
  return {
    right: right !== isDenied(sentence),
    truth: { kind: 'shape', shape: output.own, batchAdded: input.batchAdded },
  };
}

/** PyTorch has the channels first, yet people say 28x28x64: what comes out by their order of axes. */
function heightFirst({ call, configuration, input }: Application): Shape | null {
  if (call.layer.framework !== 'torch' || !configuration.ok || !input || input.order) return null;
  const { rank } = configuration.operation.axes;
  if (input.read.shape.length !== rank + 1) return null;
  const place = input.shape.length - rank - 1;
  const channels = input.shape.at(-1) ?? null;
  const inferred = infer(configuration, [
    ...input.shape.slice(0, place),
    channels,
    ...input.shape.slice(place, -1),
  ]);
  if (!inferred.ok) return null;
  const { output } = inferred.derivation;
  return output.length === input.shape.length ? [...output.slice(-rank), output[place] ?? null] : null;
}

/** Two equal sides in front and something else behind them. */
function isPlainlyHeightFirst({ input }: Application): boolean {
  const [first, second, third] = input?.read.shape ?? [];
  return first === second && third !== undefined && third !== second;
}

/** "Halves it to 13x13" says as well that both sides are halved. */
function isHalved({ operation, input, output }: Result): boolean {
  const [before, after] = [spatialSizes(operation, input.shape), spatialSizes(operation, output.full)];
  return (
    before.length === after.length &&
    before.every((size, axis) => size !== null && size === 2 * (after[axis] ?? 0))
  );
}

const whateverGoesIn =
  /,? (?:regardless of|no matter|whatever|independent(?:ly)? of|for (?:any|every|all)) (?:the )?(?:input|image)s?(?: sizes?| shapes?| resolution)?(?: (?:is|may be|was))?$/i;

/** "AdaptiveAvgPool2d(7) outputs 7x7 regardless of the input size". */
function checkAdaptive(sentence: string, { framework }: Context): Ruling | null {
  const [claimed, other] = shapesIn(sentence);
  const [layer, another] = layersIn(sentence);
  const [call] = readWith(sentence, framework).calls;
  if (!claimed || other || !layer || another || !call) return null;
  const configuration = configure(call.layer, call.given, { applied: call.applied });
  if (
    !configuration.ok ||
    configuration.operation.kind !== 'pool' ||
    configuration.operation.window.kind !== 'adaptive'
  )
    return null;
  const shape = configuration.operation.window.outputSize;
  if (!isCovered(sentence, [layer, claimed], null) || shape.some((size) => size === null)) return null;
  return {
    right: sameShape(shape, claimed.shape) !== isDenied(sentence),
    truth: { kind: 'shape', shape, batchAdded: true },
  };
}

/** In words without a window, the asker's window may be any. */
export const isHalfTold = ({ call, configuration }: Application): boolean =>
  call.written === 'words' &&
  call.layer.family.window === 'local' &&
  configuration.ok &&
  configuration.defaulted.some((name) => /^(?:pool_size|kernel_size|kernel_shape|window_shape)$/.test(name));

/** The shape that is said to come out: the only one that can be. */
export function claimedShape(
  sentence: string,
  { input, layer }: Pick<Context, 'input' | 'layer'>,
): StatedShape | null {
  const shapes = shapesIn(sentence);
  const [first, second, ...others] = shapes;
  if (!first || others.length > 0) return null;
  if (!second) return first.role === 'output' || (first.role === null && input && layer) ? first : null;
  const outputs = shapes.filter(({ role }) => role === 'output');
  const inputs = shapes.filter(({ role }) => role === 'input');
  const [output] = outputs;
  if (outputs.length === 1 && output) return output;
  if (outputs.length === 0 && inputs.length === 1) return first.role === 'input' ? second : first;
  const ofInput = /\boutput of (?:an? |the )?$/i.test(sentence.slice(0, first.start));
  return outputs.length === 2 && (ofInput || /\b(?:turns?|maps?|reduces?|takes?|from|goes)\b/i.test(sentence))
    ? second
    : null;
}

/** Words that apply a layer to what came out before, and not to the input once more. */
export const inTurn =
  /\b(?:then|next|another|second|third|fourth|again|afterwards|after that|followed by|once more)\b/i;

/** The layer and the input of a sentence, or those that were said before it. */
export function spokenOf(sentence: string, claimed: StatedShape | null, context: Context): Spoken | null {
  const layers = layersIn(sentence);
  if (layers.some(({ pooling }) => !pooling) || layers.length > 1) return null;
  const rest = (claimed ? blankOnly(sentence, claimed) : sentence).replace(/(?:[-=]>|→|=)\s*$/, '');
  const own = readWith(rest, context.framework);
  const spans = [...own.calls.flatMap(spanOf), ...layers];
  const inputs = shapesIn(rest).filter(({ role }) => role !== 'output');
  const direct = applicationIn(own);
  const [input, tooMany] = inputs;
  if (tooMany || own.calls.length > 1) return null;
  if (direct && input)
    return { application: direct, question: own, crossed: input.crossed, own: true, read: [...spans, input] };
  if (direct && own.inputs[0]?.span)
    return {
      application: direct,
      question: own,
      crossed: false,
      own: true,
      read: [...spans, own.inputs[0].span],
    };
  const inSteps =
    inTurn.test(sentence) ||
    ((context.listed || context.narrates) && own.calls.length > 0 && context.output !== null);
  const shape = input?.shape ?? (inSteps ? context.output : context.input);
  const changes = own.calls.length > 0 ? [] : settingsIn(rest);
  const layer = own.calls.length > 0 ? rest : context.layer && withSettings(context.layer, changes);
  // Whatever was not understood before may change what is meant here.
  if (!context.clear || !shape || !layer || (own.calls.length > 0 && input)) return null;
  const question = readWith(
    `${blank(layer, [])} on ${written(shape, input?.crossed ?? context.crossed)}`,
    context.framework,
  );
  const application = applicationIn(question);
  return (
    application && {
      application,
      question,
      crossed: input?.crossed ?? context.crossed,
      own: false,
      read: [...spans, ...changes, ...(input ? [input] : [])],
    }
  );
}

/** Arguments that a sentence gives to the layer that was named before it: "keepdims=True gives 1x1x1024". */
function settingsIn(sentence: string) {
  const given = /\b(?:with )?([a-z_]+ ?= ?(?:True|False|None|\d+|\([\d, ]+\)|["']\w+["']))/g;
  return [...sentence.matchAll(given)].map(({ 0: whole, 1: text = '', index }) => ({
    text,
    start: index,
    end: index + whole.length,
  }));
}

/** An argument that the layer has already is given anew. */
function withSettings(layer: string, changes: readonly { readonly text: string }[]): string {
  return changes.reduce((code, { text }) => {
    const name = /^\w+/.exec(text)?.[0] ?? '';
    const before = new RegExp(String.raw`\b${name} ?= ?(?:\([^()]*\)|["']?\w+["']?)`);
    if (before.test(code)) return code.replace(before, text);
    if (!code.endsWith(')')) return `${code} with ${text}`;
    return code.replace(/(\()?\)$/, (_end, empty) => (empty ? `(${text})` : `, ${text})`));
  }, layer);
}

const blankOnly = (sentence: string, { start, end }: StatedShape): string =>
  `${sentence.slice(0, start)}${' '.repeat(end - start)}${sentence.slice(end)}`;

/** The shapes that people mean by one: with and without batch, and height and width alone. */
function admitted(result: Result): readonly Shape[] {
  const { operation, output, application } = result;
  const spatial = spatialSizes(operation, output.full);
  const { window } = operation.kind === 'pool' ? operation : { window: null };
  const kept = window?.kind === 'global' && application.call.written === 'words' ? [withAxes(result)] : [];
  return [output.own, output.full, ...(spatial.length === operation.axes.rank ? [spatial] : []), ...kept];
}

/** In plain words global pooling leaves C numbers or a 1 × 1 × C map. */
function withAxes({ operation, output }: Result): Shape {
  const ones = Array.from({ length: operation.axes.rank }, () => 1);
  const channels = output.own.filter((size) => size !== 1).slice(-1);
  return operation.axes.layout === 'channels_last' ? [...ones, ...channels] : [...channels, ...ones];
}
