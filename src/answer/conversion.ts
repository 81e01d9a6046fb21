import { type Caveat, type Configuration, type FrameworkId, toCode } from '../frameworks/index.ts';
import type { Operation, Shape } from '../pooling/index.ts';
import type { Application, Question } from '../question/index.ts';
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
      readonly caveats: readonly ShownCaveat[];
    }
  | { readonly ok: false; readonly framework: FrameworkId; readonly reason: string };

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
  if (!written.ok) return { ok: false, framework, reason: written.reason };
  const caveats = written.caveats.map((caveat) => ({
    caveat,
    difference: smallestDifference(operation, caveat),
  }));
  return { ok: true, framework, code: written.code, caveats };
}
