import type { Tensor } from '../../pooling/index.ts';
import { type JsonNumber, jsonNumbers } from '../json-number.ts';
import { conditionFormula } from './condition.ts';
import type { Equality, Verdict } from './equality.ts';

interface JsonTensor {
  readonly shape: readonly number[];
  readonly values: readonly JsonNumber[];
}

/** The machine-readable verdict on two layers. */
export interface JsonEquality {
  readonly forward: Verdict;
  readonly gradient: Verdict;
  readonly sameShape: boolean;
  readonly condition?: string;
  readonly counterexample?: {
    readonly input: JsonTensor;
    readonly outputs: readonly [JsonTensor, JsonTensor];
  };
}

export function jsonEquality(equality: Equality): JsonEquality {
  const { forward, gradient, sameShape, counterexample } = equality;
  const condition = equalityConditions(equality).join('; ');
  return {
    forward,
    gradient,
    sameShape,
    ...(condition === '' ? {} : { condition }),
    ...(counterexample
      ? {
          counterexample: {
            input: jsonTensor(counterexample.input),
            outputs: [jsonTensor(counterexample.outputs[0]), jsonTensor(counterexample.outputs[1])],
          },
        }
      : {}),
  };
}

/** The conditions as formulas: n is the length of a pooled axis, x any value. */
export function equalityConditions(equality: Equality): readonly string[] {
  const { lengths, nonNegative, noTies, proof, forward, asked } = equality;
  const bends = equality.sides.some(({ steps }) => steps.some(({ kind }) => kind === 'function'));
  const formulas = lengths.map((condition) => (condition ? conditionFormula(condition) : null));
  const alike = formulas.every((formula) => formula === formulas[0]);
  const named = formulas.flatMap((formula, axis) =>
    formula === null ? [] : [alike ? formula : `axis ${axis}: ${formula}`],
  );
  return [
    ...(alike ? named.slice(0, 1) : named),
    ...(asked && forward === 'equal-when' ? [`on ${asked.join(' x ')}`] : []),
    ...(nonNegative ? ['x >= 0'] : []),
    ...(nonNegative && bends ? ['gradient: x > 0'] : []),
    ...(forward !== 'different' && noTies ? ['gradient: no ties within a window'] : []),
    ...(forward === 'equal-when' && proof === 'none' ? ['no difference found, which is no proof'] : []),
  ];
}

function jsonTensor({ shape, data }: Tensor): JsonTensor {
  return { shape, values: jsonNumbers(data) };
}
