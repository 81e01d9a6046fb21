import { type Caveat, type Configuration, type FrameworkId, toCode } from '../frameworks/index.ts';
import type { Operation, Shape } from '../pooling/index.ts';
import type { Application, Question } from '../question/index.ts';
import { spatialSizes } from './compute.ts';
import { type Difference, smallestDifference } from './difference.ts';

/** What to keep in mind about a conversion, with the smallest numbers that show it, where numbers can. */
export interface ShownCaveat {
  readonly caveat: Caveat;
  readonly difference: Difference | null;
}

/** One layer as code of another framework, or the sentence that says why there is none. */
export type Conversion =
  | {
      readonly ok: true;
      readonly framework: FrameworkId;
      readonly code: string;
      /** The same with a plain window, for adaptive pooling whose bins are even on this input. */
      readonly plain: string | null;
      readonly caveats: readonly ShownCaveat[];
    }
  | {
      readonly ok: false;
      readonly framework: FrameworkId;
      readonly reason: string;
      /** What an approximation would get wrong. */
      readonly caveats: readonly ShownCaveat[];
    };

/** A layer in the frameworks that were asked for, or in the usual four. */
export interface Converted {
  readonly configuration: Configuration;
  readonly shape: Shape | null;
  readonly conversions: readonly Conversion[];
}

const usualFrameworks: readonly FrameworkId[] = ['keras', 'torch', 'onnx', 'tensorflow'];

/** Converts the first layer of a question; null where its framework refuses it, or there is none. */
export function convert(question: Question): Converted | null {
  const application = question.applications.find(({ configuration }) => configuration.ok);
  if (!application?.configuration.ok) return null;
  const { configuration } = application;
  const own = configuration.layer.framework;
  const asked = question.kind === 'convert' ? question.to : [];
  const targets = asked.length > 0 ? asked : usualFrameworks.filter((framework) => framework !== own);
  return {
    configuration,
    shape: application.input?.shape ?? null,
    conversions: targets.map((framework) => conversion(application, configuration.operation, framework)),
  };
}

function conversion({ input }: Application, operation: Operation, framework: FrameworkId): Conversion {
  const written = toCode(operation, framework, input ? { shape: input.shape } : {});
  const shown = (caveats: readonly Caveat[]) =>
    caveats.map((caveat) => ({ caveat, difference: smallestDifference(operation, caveat) }));
  if (!written.ok)
    return { ok: false, framework, reason: written.reason, caveats: shown(onlySame(operation)) };
  const plain = input ? plainWindow(operation, input.shape) : null;
  const plainly = plain ? toCode(plain, framework) : null;
  return {
    ok: true,
    framework,
    code: written.code,
    plain: plainly?.ok && plainly.code !== written.code ? plainly.code : null,
    caveats: shown(written.caveats),
  };
}

/** What gets lost where a framework has no "same". */
function onlySame(operation: Operation): readonly Caveat[] {
  if (operation.kind !== 'pool' || operation.window.kind !== 'local') return [];
  const { padding } = operation.window;
  return padding.kind === 'same' ? [{ kind: 'padding-side', odd: padding.odd }] : [];
}

/** Adaptive pooling whose output divides its input is a plain window of input / output cells. */
function plainWindow(operation: Operation, shape: Shape): Operation | null {
  if (operation.kind !== 'pool' || operation.window.kind !== 'adaptive') return null;
  const sizes = spatialSizes(operation, shape);
  const bins = operation.window.outputSize.map(
    (size, axis) => (sizes[axis] ?? 0) / (size ?? sizes[axis] ?? 0),
  );
  if (!bins.every((cells) => Number.isInteger(cells) && cells > 0)) return null;
  const none = bins.map(() => 0);
  const window = {
    kind: 'local',
    kernel: bins,
    stride: bins,
    dilation: bins.map(() => 1),
    padding: { kind: 'explicit', begin: none, end: none },
    rounding: 'floor',
    divisor: { kind: 'real' },
  } as const;
  return { ...operation, window };
}
