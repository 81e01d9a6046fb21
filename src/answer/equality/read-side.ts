import {
  type Configuration,
  configure,
  type FrameworkId,
  type Refusal,
  repr,
} from '../../frameworks/index.ts';
import type { Layout, PoolOperation } from '../../pooling/index.ts';
import type { Expression, LayerCall, ReadSide, SideStep } from '../../question/index.ts';
import { stepsOfExpression } from './read-expression.ts';
import { stepsOfLayer } from './read-layer.ts';
import { passScale, summed } from './scale.ts';
import type { Side } from './side.ts';
import type { Step } from './step.ts';

/** Why two sides can't be compared: a framework refuses a layer, or a step has no rule here. */
export type Undecided =
  | { readonly kind: 'refused'; readonly call: LayerCall; readonly refusal: Refusal }
  | { readonly kind: 'no-rule'; readonly name: string }
  /** Pooling behind a step that leaves no axes to pool over. */
  | { readonly kind: 'no-axes'; readonly name: string }
  /** No map that both can work on is small enough to compare cell by cell. */
  | { readonly kind: 'too-large' }
  /** The two sides pool over other axes of one and the same array. */
  | { readonly kind: 'other-axes' };

/** Two sides that can be compared, or why they can't. */
export type Sides =
  | { readonly ok: true; readonly sides: readonly [Side, Side] }
  | { readonly ok: false; readonly undecided: Undecided };

/** Both sides of a question; what stands on both sides alike and has no rule is left out. */
export function readSides(question: readonly [ReadSide, ReadSide]): Sides {
  const [first, second] = withoutShared(question);
  const [a, b] = [read(first, mapOf(first) ?? mapOf(second)), read(second, mapOf(second) ?? mapOf(first))];
  if (!a.ok) return a;
  if (!b.ok) return b;
  const frameworks = [frameworkOf(first), frameworkOf(second)];
  const oneArray = frameworks[0] !== null && frameworks[0] === frameworks[1];
  const speaks = [...first, ...second].some(({ kind }) => kind === 'expression');
  if (speaks && oneArray && a.side.layout !== b.side.layout) return failed({ kind: 'other-axes' });
  return { ok: true, sides: [a.side, b.side] };
}

const failed = (undecided: Undecided) => ({ ok: false, undecided }) as const;

/** Steps without a rule that both sides begin or end with do the same on both. */
function withoutShared([a, b]: readonly [ReadSide, ReadSide]): readonly [ReadSide, ReadSide] {
  const open = (step: SideStep | undefined) =>
    step?.kind === 'layer' && stepsOfLayer(step.name, step.given, 2) === null;
  const same = (one: SideStep | undefined, other: SideStep | undefined) =>
    open(one) && JSON.stringify(keyOf(one)) === JSON.stringify(keyOf(other));
  if (same(a[0], b[0])) return withoutShared([a.slice(1), b.slice(1)]);
  if (same(a.at(-1), b.at(-1))) return withoutShared([a.slice(0, -1), b.slice(0, -1)]);
  return [a, b];
}

const keyOf = (step: SideStep | undefined) => (step?.kind === 'layer' ? [step.name, step.given] : null);

interface MapAxes {
  readonly rank: 1 | 2 | 3;
  readonly layout: Layout;
}

/** What the first step that pools says of the map. */
function mapOf(side: ReadSide): MapAxes | null {
  for (const step of side) {
    if (step.kind === 'expression') return step.expression;
    if (step.kind === 'pool') {
      const configuration = configure(step.call.layer, step.call.given);
      if (configuration.ok) return configuration.operation.axes;
    }
  }
  return null;
}

function frameworkOf(side: ReadSide): FrameworkId | null {
  for (const step of side) {
    if (step.kind === 'expression') return step.expression.framework;
    if (step.kind === 'pool') return step.call.layer.framework;
  }
  return null;
}

function read(
  side: ReadSide,
  map: MapAxes | null,
): { readonly ok: true; readonly side: Side } | { readonly ok: false; readonly undecided: Undecided } {
  const { rank, layout } = map ?? { rank: 2, layout: 'channels_last' };
  const steps: Step[] = [];
  const labels: (string | Configuration)[] = [];
  let flat = false;
  let whole = false;
  let factor = 1;
  /** Puts steps behind what was multiplied before; false where they can't come before it. */
  const push = (more: readonly Step[]): boolean =>
    more.every((step) => {
      const passed = factor === 1 ? { step, factor } : passScale(step, factor);
      if (passed === null) return false;
      steps.push(passed.step);
      factor = passed.factor;
      return true;
    });
  for (const step of side) {
    if (step.kind === 'scale') {
      const label = scaleText(step.factor);
      const total = step.factor === 'cells' ? summed(steps.at(-1)) : null;
      if (total) steps[steps.length - 1] = total;
      else if (step.factor === 'cells') return failed({ kind: 'no-rule', name: label });
      else factor *= step.factor;
      labels.push(label);
      continue;
    }
    if (step.kind === 'layer') {
      const label = labelOf(step);
      const known = stepsOfLayer(step.name, step.given, rank);
      const mixes = known?.steps.some(({ kind }) => kind === 'mix') ?? false;
      // Behind Flatten a Dense layer mixes cells, and in PyTorch a Linear in front of it mixes the last axis.
      const apart = mixes && ((flat && !whole) || (/linear/i.test(step.name) && !flat));
      if (known === null || apart) return failed({ kind: 'no-rule', name: label });
      if (flat && known.steps.some(({ kind }) => kind === 'cells'))
        return failed({ kind: 'no-axes', name: label });
      if (!push(known.steps)) return failed({ kind: 'no-rule', name: scaleText(factor) });
      flat ||= known.flattens;
      labels.push(label);
      continue;
    }
    const pooled = step.kind === 'pool' ? layerSteps(step) : expressionSteps(step.expression);
    if ('kind' in pooled) return failed(pooled);
    if (flat) return failed({ kind: 'no-axes', name: nameOf(pooled.label) });
    if (!push(pooled.steps)) return failed({ kind: 'no-rule', name: scaleText(factor) });
    flat ||= pooled.drops;
    whole ||= pooled.whole;
    labels.push(pooled.label);
  }
  return { ok: true, side: { written: labels, rank, layout, steps, factor, flat } };
}

const scaleText = (factor: number | 'cells'): string =>
  factor === 'cells' ? '· height · width' : `· ${String(factor).replace('-', '−')}`;

interface Pooled {
  readonly label: string | Configuration;
  readonly steps: readonly Step[];
  readonly drops: boolean;
  /** One cell is left, whatever the size. */
  readonly whole: boolean;
}

function layerSteps({ call }: Extract<SideStep, { kind: 'pool' }>): Pooled | Undecided {
  const configuration = configure(call.layer, call.given, { applied: call.applied });
  if (!configuration.ok) return { kind: 'refused', call, refusal: configuration };
  const step = poolStep(configuration);
  if (step === null) return { kind: 'no-rule', name: call.layer.name };
  const { window } = step.operation;
  const whole =
    window.kind === 'global' || (window.kind === 'adaptive' && window.outputSize.every((size) => size === 1));
  return { label: configuration, steps: [step], drops: dropsAxes(configuration.operation), whole };
}

const dropsAxes = (operation: Configuration['operation']): boolean =>
  operation.kind === 'pool' && operation.window.kind === 'global' && !operation.window.keepdims;

function poolStep(configuration: Configuration): Extract<Step, { kind: 'pool' }> | null {
  const { operation } = configuration;
  if (operation.kind !== 'pool' || operation.window.kind === 'fractional') return null;
  return { kind: 'pool', operation: bare(operation), layer: configuration };
}

/** An operation on spatial axes alone; pooled axes stay with length 1, so that only values are compared. */
function bare(operation: PoolOperation): PoolOperation {
  const axes = { ...operation.axes, lead: 0, channels: false };
  const { window } = operation;
  return { ...operation, axes, window: window.kind === 'global' ? { ...window, keepdims: true } : window };
}

function expressionSteps(expression: Expression): Pooled {
  const whole = expression.kind === 'global';
  const drops = whole && !expression.keepdims;
  return { label: expression.written, steps: stepsOfExpression(expression), drops, whole };
}

const nameOf = (label: string | Configuration): string =>
  typeof label === 'string' ? label : label.layer.name;

function labelOf({ name, given }: Extract<SideStep, { kind: 'layer' }>): string {
  const values = given.map(
    (argument) => `${argument.name === null ? '' : `${argument.name}=`}${repr(argument.value)}`,
  );
  return given.length === 0 ? name : `${name}(${values.join(', ')})`;
}
