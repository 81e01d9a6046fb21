import type { SpatialRank } from '../pooling/index.ts';
import { bindArguments, type Callee } from './arguments/bind.ts';
import type { ArgumentKinds, ReadValues } from './arguments/kind.ts';
import type { Effect, Inputs, ModelFramework, ModelLayer, ParameterCount, Reach } from './layer.ts';
import { type Problem, problem } from './problem.ts';

/** One row of a table of layers. */
export interface LayerRow<A extends ArgumentKinds> {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly rank?: SpatialRank;
  readonly arguments: A;
  /** Takes several inputs at once. */
  readonly merges?: true;
  readonly pools?: true;
  readonly infer: (args: ReadValues<A>, inputs: Inputs) => Effect | Problem;
}

export const weightless: ParameterCount = { trainable: 0, nonTrainable: 0 };
export const point: Reach = { kind: 'point' };
export const lost: Reach = { kind: 'lost' };

/** The effect of a layer; without weights and cell by cell unless said otherwise. */
export const effect = (
  output: Effect['output'],
  parameters: ParameterCount = weightless,
  reach: Reach = point,
  warning: string | null = null,
): Effect => ({ ok: true, output, parameters, reach, warning });

/** A row of a table as a layer that binds and reads its own arguments. */
export function defineLayer<A extends ArgumentKinds>(
  framework: ModelFramework,
  documentation: string,
  callee: Callee,
  row: LayerRow<A>,
): ModelLayer {
  return {
    framework,
    name: row.name,
    aliases: row.aliases ?? [],
    rank: row.rank ?? null,
    pools: row.pools ?? false,
    documentation,
    apply(given, inputs) {
      const bound = bindArguments(callee, row.arguments, given);
      if (!bound.ok) return bound;
      if (inputs.length > 1 && row.merges !== true) {
        const advice = `${row.name} takes one input; ${inputs.length} come in here.`;
        return problem('wrong-input-count', 'call', null, advice);
      }
      const result = row.infer(bound.value.values, inputs);
      return result.ok ? { ...result, args: bound.value.args } : result;
    },
  };
}
