import type { FrameworkId } from '../../frameworks/index.ts';
import { callsOfChain, givenOf, plain } from '../chain/steps.ts';
import { callOf, type Surroundings } from '../layer/build.ts';
import type { Mention } from '../layer/mention.ts';
import { withOwnStride, withWindow } from '../layer/usual-window.ts';
import { type Page, readPage } from '../page.ts';
import type { ReadSide, SideStep } from '../question.ts';
import { numberOf } from '../words/number.ts';
import { spanOf } from '../words/place.ts';
import { findExpressions } from './expression/find.ts';
import { areJoined, type Factor, openFactor, scalingOf } from './scale.ts';

interface Placed {
  readonly start: number;
  readonly end: number;
  readonly steps: readonly SideStep[];
}

/** Activations and steps without weights that prose names and no layer list holds. */
const spokenSteps: readonly (readonly [RegExp, string])[] = [
  [/\bleaky[ -]?relu\b/gi, 'LeakyReLU'],
  [/\bsigmoid\b/gi, 'Sigmoid'],
  [/\btanh\b/gi, 'Tanh'],
  [/\bsoftplus\b/gi, 'Softplus'],
  [/\b(?:swish|silu)\b/gi, 'SiLU'],
  [/\b(?:an? |the )?identity\b/gi, 'Identity'],
  [/\bsqueeze\(?/gi, 'Flatten'],
  [/\.flatten\(\s*1?\s*\)|\bflatten\(\s*\w+\s*,\s*1\s*\)/gi, 'Flatten'],
];

/** The steps of one side, in the order an input goes through them; empty where it names none, null where one can't be read. */
export function readSide(text: string, framework: FrameworkId | null, rank: 1 | 2 | 3): ReadSide | null {
  const page = readPage(text, framework);
  const around = { framework, rank };
  const expressions = findExpressions(text).map(
    ({ span, expression }): Placed => ({ ...span, steps: [{ kind: 'expression', expression }] }),
  );
  const found = modelIn(page, around);
  const model =
    found && expressions.some(({ start, end }) => end > found.start && start < found.end) ? null : found;
  const taken = [...expressions, ...(model ? [model] : [])];
  const free = ({ start, end }: { start: number; end: number }) =>
    taken.every((other) => end <= other.start || start >= other.end);
  const mentions = page.mentions.flatMap((mention): readonly Placed[] => {
    const span = spanOf(page.tokens, mention.from, mention.to);
    const step = free(span) ? stepOf(mention, page, around) : null;
    return step === null ? [] : [{ ...span, steps: repeated(step, timesIn(mention, page)) }];
  });
  const unread = page.mentions.some(
    (mention) => mention.kind === 'unknown' && free(spanOf(page.tokens, mention.from, mention.to)),
  );
  if (unread) return null;
  const all = [...taken, ...mentions];
  const spoken = spokenSteps.flatMap(([pattern, name]) =>
    [...text.matchAll(pattern)].flatMap((match): readonly Placed[] => {
      const span = { start: match.index, end: match.index + match[0].length };
      const own = all.every((other) => span.end <= other.start || span.start >= other.end);
      return own ? [{ ...span, steps: [{ kind: 'layer', name, given: [] }] }] : [];
    }),
  );
  const placed = [...all, ...spoken].sort((a, b) => a.start - b.start);
  const scaled = placed.map((step, at) => withScaling(step, text, placed[at - 1], placed[at + 1]));
  const [first, second] = placed;
  const after = first && second && /\bafter\b/i.test(text.slice(first.end, second.start));
  return (after && placed.length === 2 ? scaled.toReversed() : scaled).flat();
}

/** With the numbers and the signs that stand around it. */
function withScaling(
  { start, end, steps }: Placed,
  text: string,
  previous: Placed | undefined,
  next: Placed | undefined,
): readonly SideStep[] {
  const floor = previous?.end ?? 0;
  const open = openFactor(text, { start }, floor);
  const unread: readonly SideStep[] = [
    ...(open === null ? [] : [{ kind: 'layer', name: `${open} ·`, given: [] } as const]),
    ...(areJoined(text, { start, end }, next) ? [{ kind: 'layer', name: '+', given: [] } as const] : []),
  ];
  const { before, behind } = scalingOf(text, { start, end }, floor, next?.start ?? text.length);
  const scale = (factor: Factor | null): readonly SideStep[] =>
    factor === null ? [] : [{ kind: 'scale', factor }];
  return [...scale(before), ...steps, ...scale(behind), ...unread];
}

const repeated = (step: SideStep, times: number): readonly SideStep[] =>
  Array.from({ length: times }, () => step);

/** "Two MaxPool2d(2)": a number in front of a call counts it where nothing else is said. */
function timesIn(mention: Mention, { tokens }: Page): number {
  if (mention.times > 1 || (mention.kind !== 'call' && mention.kind !== 'name')) return mention.times;
  const linked = /^(?:stacked|consecutive|successive|sequential|repeated|chained)$/.test(
    tokens[mention.from - 1]?.word ?? '',
  );
  const count = numberOf(tokens[mention.from - (linked ? 2 : 1)]);
  return count !== null && Number.isInteger(count) && count > 1 && count <= mostTimes ? count : 1;
}

const mostTimes = 8;

function stepOf(mention: Mention, { tokens }: Page, around: Surroundings): SideStep | null {
  if (mention.kind === 'other') {
    return { kind: 'layer', name: mention.name, given: givenOf(mention) };
  }
  const call = callOf(mention, tokens, around);
  return call && { kind: 'pool', call: withOwnStride(withWindow(call)) };
}

/** A Sequential, or layers and functions applied to what others give, in the order of the data. */
function modelIn(page: Page, around: Surroundings): Placed | null {
  const [model] = page.code.models;
  const calls = model === undefined ? null : callsOfChain(model);
  if (calls === null || calls.length === 0) return null;
  const steps = calls.flatMap((call): readonly SideStep[] => {
    const mention = page.mentions.find((candidate) => 'code' in candidate && candidate.code === call);
    const known = mention ? stepOf(mention, page, around) : null;
    const name = call.qualified.slice(call.qualified.lastIndexOf('.') + 1);
    return [known ?? { kind: 'layer', name, given: call.settings.map(plain) }];
  });
  return {
    start: Math.min(...calls.map(({ span }) => span.start)),
    end: Math.max(...calls.map(({ span }) => span.end)),
    steps,
  };
}
