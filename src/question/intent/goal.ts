import { asInt } from '../../frameworks/index.ts';
import type { Shape } from '../../pooling/index.ts';
import { likelyLayout, nativeLayout } from '../fit/layout.ts';
import type { Missing } from '../question.ts';
import type { Understanding } from '../understand.ts';
import { wordSet } from '../words/list.ts';
import { stopsAt } from '../words/place.ts';
import type { Token } from '../words/token.ts';
import { relativeGoal } from './transition.ts';

/** From which sizes to which, spatial axes only; or what of it is missing. */
export type Goal =
  | {
      readonly ok: true;
      readonly from: Shape;
      readonly target: Shape;
      /** No size was given, and any will do. */
      readonly assumed: boolean;
    }
  | { readonly ok: false; readonly missing: readonly Missing[] };

interface Point {
  readonly shape: Shape;
  readonly from: number;
  readonly to: number;
}

const startWords = wordSet(
  'from input of for on have given has having with in turn reduce shrink downsample take map',
);
const goalWords = wordSet(`
  to into get give output become reach yield produce want need -> obtain result out target end down make return exactly
  be onto
`);

/** Reads "from 28x28 to 7x7" in any order: "7x7 out of 28x28", "28 -> 7", "input 32x32, I want 8x8". */
export function readGoal(understanding: Understanding): Goal {
  const points = pointsOf(understanding);
  const { tokens } = understanding.page;
  const roles = points.map((point, index) => roleOf(point, points[index - 1]?.to ?? 0, tokens));
  const goalAt = roles.lastIndexOf('goal');
  const startAt = points.findIndex((_, index) => index !== goalAt && roles[index] === 'start');
  const otherAt = points.findIndex((_, index) => index !== goalAt);
  const start = points[startAt >= 0 ? startAt : otherAt];
  const goal = points[goalAt >= 0 ? goalAt : roles.findIndex((_, index) => points[index] !== start)];
  const told = relativeGoal(understanding.page.text);
  const [own, other] = points.filter(({ shape }) => told === 1 || shape.length > 1 || shape[0] !== told);
  if (told !== null && own !== undefined && other === undefined) {
    const { from } = spatialOnly(own.shape, own.shape, understanding);
    return { ok: true, from, target: from.map((size) => size && Math.floor(size / told)), assumed: false };
  }
  if (told === 1 && points.length === 0) {
    const from = Array.from({ length: understanding.rank }, () => anySize);
    return { ok: true, from, target: from, assumed: true };
  }
  const flat = flattenedGoal(points, understanding);
  if (flat !== null) return flat;
  if (goal === undefined || start === undefined || points.length < 2) {
    const missing: Missing[] = points.length === 0 || goalAt >= 0 ? ['input-shape'] : ['target-size'];
    return { ok: false, missing: points.length === 0 ? ['input-shape', 'target-size'] : missing };
  }
  return { ok: true, ...spatialOnly(start.shape, goal.shape, understanding), assumed: false };
}

/** Every size of a text in order, spatial axes only; numbers stand for sizes where there are no shapes. */
export function spatialPoints(
  understanding: Understanding,
): readonly { readonly size: Shape; readonly from: number; readonly isGoal: boolean }[] {
  const points = pointsOf(understanding);
  const shapes = points.filter(({ shape }) => shape.length > 1);
  return (shapes.length > 0 ? shapes : points).map(({ shape, from, to }, at, all) => ({
    size: spatialOnly(shape, shape, understanding).target,
    from,
    isGoal: roleOf({ shape, from, to }, all[at - 1]?.to ?? 0, understanding.page.tokens) === 'goal',
  }));
}

/** A size to show on what holds for every size. */
const anySize = 28;

/** "10x10x32 flattens to 800 units": as many cells per channel, in a square. */
function flattenedGoal(points: readonly Point[], understanding: Understanding): Goal | null {
  const { page, rank } = understanding;
  const units = page.settings.flatMap(({ name, value }) => (name === 'units' ? (asInt(value) ?? []) : []));
  const [start, goal, more] = [...points.map(({ shape }) => shape), ...units.map((count) => [count])];
  if (start === undefined || goal === undefined || more !== undefined) return null;
  if (start.length !== rank + 1 || goal.length !== 1) return null;
  if (!page.tokens.some(({ stem }) => stem.startsWith('flatten'))) return null;
  const { from } = spatialOnly(start, start, understanding);
  const count = (shape: Shape) => shape.reduce<number>((product, size) => product * (size ?? 0), 1);
  const channels = count(start) / count(from);
  const side = Math.round(((goal[0] ?? 0) / channels) ** (1 / from.length));
  if (side < 1 || side ** from.length * channels !== goal[0]) return null;
  return { ok: true, from, target: from.map(() => side), assumed: false };
}

/** Shapes, and numbers that stand for a square's side. */
function pointsOf({ page, roles }: Understanding): readonly Point[] {
  const shapes = roles.inputs
    .filter(({ read }) => read.values === null)
    .map(({ read, from, to }) => ({ shape: read.shape, from, to }));
  const taken = [
    ...shapes,
    ...page.settings,
    ...page.mentions.flatMap(({ settings }) => settings),
    ...page.mentions.filter(({ kind }) => kind !== 'head'),
  ];
  const inside = (at: number) => taken.some(({ from, to }) => at >= from && at < to);
  const numbers = page.tokens.flatMap((token, at): readonly Point[] => {
    const counts = token.kind === 'number' && Number.isInteger(token.value) && token.value > 0 && !inside(at);
    return counts ? [{ shape: [token.value], from: at, to: at + 1 }] : [];
  });
  return [...shapes, ...numbers].sort((a, b) => a.from - b.from);
}

function roleOf(point: Point, floor: number, tokens: readonly Token[]): 'start' | 'goal' | null {
  const after = tokens[point.to]?.stem;
  if (after === 'input' || after === 'in') return 'start';
  if (after === 'output' || after === 'out') return 'goal';
  for (let at = point.from - 1; at >= Math.max(floor, point.from - 5); at -= 1) {
    const word = tokens[at]?.stem ?? '';
    if (word === 'of' && tokens[at - 1]?.word === 'output') return 'goal';
    if (goalWords.has(word) && !(word === 'out' && tokens[at + 1]?.word === 'of')) return 'goal';
    if (startWords.has(word)) return 'start';
    if (stopsAt(word)) break;
  }
  return null;
}

function spatialOnly(
  start: Shape,
  goal: Shape,
  { rank, framework }: Understanding,
): { readonly from: Shape; readonly target: Shape } {
  return { from: spatial(start), target: spatial(goal) };
  function spatial(shape: Shape): Shape {
    if (shape.length <= rank) return shape;
    const own = shape.slice(-rank - 1);
    const layout = likelyLayout(shape, rank) ?? nativeLayout(framework ?? 'keras');
    return layout === 'channels_last' ? own.slice(0, -1) : own.slice(1);
  }
}
