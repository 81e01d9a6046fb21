import { configure, type FrameworkId, infer } from '../frameworks/index.ts';
import type { Shape } from '../pooling/index.ts';
import { type InputRead, type LayerCall, type Question, readQuestion } from '../question/index.ts';
import { compute, spatialSizes } from './compute.ts';
import { compareConfigurations, type Equality } from './equality/equality.ts';
import type { Result } from './outcome.ts';
import { near, sameShape } from './verification-agreement.ts';
import { modelOf, networkParameters } from './verification-model.ts';
import { type StatedNumbers, statedNumbers } from './verification-numbers.ts';
import { type RuleId, ruleOn } from './verification-rules.ts';

/** What is true instead, as a fact. */
export type Truth =
  | { readonly kind: 'shape'; readonly shape: Shape; readonly batchAdded: boolean }
  | { readonly kind: 'values'; readonly values: readonly number[] }
  | { readonly kind: 'count' | 'parameters'; readonly value: number }
  | { readonly kind: 'refused'; readonly advice: string }
  | { readonly kind: 'equality'; readonly equality: Equality }
  /** What becomes of a map of this size. */
  | { readonly kind: 'example'; readonly input: Shape; readonly output: Shape }
  | { readonly kind: 'rule'; readonly rule: RuleId };

/** One statement of a message: right or wrong by the core, or left alone. */
export type CheckedClaim =
  | { readonly text: string; readonly verdict: 'right' | 'wrong'; readonly truth: Truth }
  | { readonly text: string; readonly verdict: 'unchecked'; readonly truth: null };

/** What the sentences before one have said, which it may leave out. */
interface Context {
  readonly framework: FrameworkId | null;
  readonly input: InputRead | null;
  readonly layer: string | null;
}

/** Checks every statement of a message; null where it is no message to check. */
export function verifyClaims(question: Question): readonly CheckedClaim[] | null {
  if (question.kind !== 'verify') return null;
  let context: Context = { framework: question.framework, input: null, layer: null };
  const claims = question.claims.filter(({ text }) => !text.trimEnd().endsWith(':'));
  return claims.flatMap(({ text }) =>
    partsOf(text).map((part) => {
      const read = readPart(part, context);
      const checked = checkPart(part, read, context);
      context = {
        framework: read.framework ?? context.framework,
        input: inputOf(complete(part, read, context)) ?? context.input,
        layer: layerText(part, read) ?? context.layer,
      };
      return checked ?? { text: part, verdict: 'unchecked', truth: null };
    }),
  );
}

/** A sentence that sets two things against each other makes two statements. */
function partsOf(text: string): readonly string[] {
  const parts = text
    .split(/[,;]\s+(?:while|whereas|but|and)\s+|;\s+/)
    .map((part) => part.trim())
    .filter((part) => part.split(/\s+/).length > 1);
  return parts.length > 1 ? parts : [text.trim()];
}

/** A layer in code says itself whose it is; for other words the message's framework counts. */
function readPart(part: string, { framework }: Pick<Context, 'framework'>): Question {
  const read = readQuestion({ text: part, prefer: 'verify' });
  const coded = read.calls.length > 0 && read.calls.every(({ written }) => written !== 'words');
  return coded || !framework ? read : readQuestion({ text: part, prefer: 'verify', framework });
}

/** The shape that goes in, not the one that is claimed to come out. */
const inputOf = ({ inputs }: Question): InputRead | null => inputs[0] ?? null;

function layerText(part: string, { calls }: Question): string | null {
  const span = calls.at(-1)?.span;
  return span ? part.slice(span.start, span.end) : (calls.at(-1)?.layer.name ?? null);
}

function checkPart(part: string, read: Question, context: Context): CheckedClaim | null {
  const numbers = statedNumbers(part);
  return (
    checkEquality(part, read) ??
    checkParameters(part, read, numbers, context) ??
    checkResult(part, read, numbers, context) ??
    checkHalving(part, read) ??
    checkRule(part, read, context)
  );
}

function verdict(text: string, right: boolean, truth: Truth): CheckedClaim {
  return { text, verdict: right ? 'right' : 'wrong', truth };
}

const saysEqual = /\b(?:same (?:as|thing)|the same|identical|equal(?:s| to)?|equivalent)\b/i;
const negated = /\b(?:not|never)\b|n['’]t\b/i;
const denies = /\b(?:not|never)\b|n['’]t\b|\bdiffer/i;

function checkEquality(part: string, { calls }: Question): CheckedClaim | null {
  const [first, second] = calls.map(configured);
  if (calls.length !== 2 || !first?.ok || !second?.ok || !saysEqual.test(part)) return null;
  const equality = compareConfigurations([first, second], null);
  if (!equality) return null;
  return verdict(part, (equality.forward === 'equal') !== denies.test(part), { kind: 'equality', equality });
}

const configured = ({ layer, given, applied }: LayerCall) => configure(layer, given, { applied });

function checkParameters(
  part: string,
  read: Question,
  { parameters }: StatedNumbers,
  { framework, input }: Context,
): CheckedClaim | null {
  if (parameters === null) return null;
  const right = (value: number) => verdict(part, value === parameters, { kind: 'parameters', value });
  const known = networkParameters(part, read.framework ?? framework);
  const [published] = known;
  if (published !== undefined) return right(known.includes(parameters) ? parameters : published);
  const model = modelOf(part, (inputOf(read) ?? input)?.shape ?? null, read.framework ?? framework);
  if (model?.parameters != null) return right(model.parameters);
  return read.calls.length > 0 && read.calls.every(({ layer }) => layer.family.window !== 'unpool')
    ? right(0)
    : null;
}

function checkResult(
  part: string,
  read: Question,
  numbers: StatedNumbers,
  context: Context,
): CheckedClaim | null {
  const completed = complete(part, read, context);
  const claimed = claimedShape(completed);
  const stated = claimed ?? numbers.values ?? numbers.count;
  if (stated === null) return null;
  const application = completed.applications.at(-1);
  if (!application || meansOther(part, application.call)) return countOf(part, read, numbers, context);
  const outcome = compute(application, completed);
  if (outcome.kind === 'refused')
    return claimed ? verdict(part, false, { kind: 'refused', advice: outcome.refusal.advice }) : null;
  return outcome.kind === 'result' ? checkOutcome(part, outcome, claimed, numbers) : null;
}

/** "The average of …" without a layer's name must not be read as another kind of pooling. */
function meansOther(part: string, { layer, written }: LayerCall): boolean {
  return (
    written === 'words' && layer.family.reduce === 'max' && /average|mean/i.test(part) && !/max/i.test(part)
  );
}

/** Numbers with fractions are values, not a shape. */
function claimedShape(read: Question): Shape | null {
  const shape = read.kind === 'verify' ? (read.claims[0]?.shape ?? null) : null;
  return shape?.every((size) => size === null || Number.isInteger(size)) ? shape : null;
}

/**
 * The sentence with the layer and the input that were said before it. With an input from before, a shape that stands
 * alone in it turns out to be what is claimed.
 */
function complete(part: string, read: Question, { framework, input, layer }: Context): Question {
  if (claimedShape(read) && read.calls.length > 0) return read;
  const named = read.calls.length > 0 || !layer ? part : `${layer}: ${part}`;
  const fully = `${named} on ${input ? shapeText(input.shape) : ''}`;
  const again = readPart(input ? fully : named, { framework });
  const applied = read.applications.some((application) => application.input !== null);
  return applied && !(claimedShape(again) && again.applications.length > 0) ? read : again;
}

const shapeText = (shape: Shape): string =>
  `(${shape.map((size) => size ?? 'None').join(', ')}${shape.length === 1 ? ',' : ''})`;

function checkOutcome(
  part: string,
  { operation, output, values, input }: Result,
  claimed: Shape | null,
  numbers: StatedNumbers,
): CheckedClaim | null {
  const denied = negated.test(part);
  if (claimed) {
    const spatial = spatialSizes(operation, output.full);
    const right = [
      output.own,
      output.full,
      ...(spatial.length === operation.axes.rank ? [spatial] : []),
    ].some((shape) => sameShape(shape, claimed));
    const truth = { kind: 'shape', shape: output.own, batchAdded: input.batchAdded } as const;
    return verdict(part, right !== denied, truth);
  }
  if (values && numbers.values) {
    const stated = numbers.values;
    const right = values.length === stated.length && values.every((value, at) => near(value, stated[at]));
    return verdict(part, right !== denied, { kind: 'values', values: Array.from(values) });
  }
  const own =
    input.batchAdded || output.own[0] === null ? output.own.filter((size) => size !== null) : output.own;
  const stated = numbers.count ?? (numbers.values?.length === 1 ? (numbers.values[0] ?? null) : null);
  if (stated === null || own.some((size) => size === null)) return null;
  const total = own.reduce<number>((product, size) => product * (size ?? 1), 1);
  return verdict(part, (total === stated) !== negated.test(part), { kind: 'count', value: total });
}

/** "Flatten on 7x7x512 gives 25088": counted through the layers that the sentence names. */
function countOf(
  part: string,
  read: Question,
  numbers: StatedNumbers,
  context: Context,
): CheckedClaim | null {
  const input = (inputOf(read) ?? context.input)?.shape ?? null;
  const stated = numbers.count ?? (numbers.values?.length === 1 ? (numbers.values[0] ?? null) : null);
  const model = input && stated !== null ? modelOf(part, input, read.framework ?? context.framework) : null;
  if (!model || model.output.some((size) => size === null)) return null;
  const total = model.output.reduce<number>((product, size) => product * (size ?? 1), 1);
  return verdict(part, (total === stated) !== negated.test(part), { kind: 'count', value: total });
}

const evenSide = 64;

/** "MaxPooling2D(2) halves height and width": tried on a map with even sides. */
function checkHalving(part: string, { calls }: Question): CheckedClaim | null {
  const [call] = calls;
  const halves =
    /\bhalv|\bhalf\b|factor of (?:2|two)\b/i.test(part) &&
    /size|height|width|spatial|dimension|resolution|map/i.test(part);
  if (!halves || !call || /channel|depth/i.test(part)) return null;
  const configuration = configured(call);
  if (!configuration.ok) return null;
  const { rank, layout } = configuration.operation.axes;
  const map = Array.from({ length: rank }, () => evenSide);
  const inferred = infer(configuration, layout === 'channels_first' ? [1, 1, ...map] : [1, ...map, 1]);
  if (!inferred.ok) return null;
  const output = spatialSizes(inferred.operation, inferred.derivation.output);
  const right = output.length === rank && output.every((size) => size === evenSide / 2);
  return verdict(part, right !== denies.test(part), { kind: 'example', input: map, output });
}

function checkRule(part: string, { framework }: Question, context: Context): CheckedClaim | null {
  const own = ruleOn(part, framework ?? context.framework);
  const ruling =
    own ?? (context.layer ? ruleOn(`${context.layer} ${part}`, framework ?? context.framework) : null);
  return ruling ? verdict(part, ruling.right, { kind: 'rule', rule: ruling.rule }) : null;
}
