import { describe, expect, test } from 'vitest';
import {
  type CallContext,
  type Computed,
  type Configuration,
  configure,
  findLayers,
  type Inferred,
  infer,
  type Refusal,
  run,
} from '../../src/frameworks/index.ts';
import { argumentsOf, close, readVectors, tensorOf, type Vector } from './vectors.ts';

describe.each(['keras', 'torch', 'onnx'] as const)('%s reference vectors', (framework) => {
  const vectors = readVectors(framework);

  test.each(vectors.filter(({ error }) => error === undefined))('$id: $call', (vector) => {
    const answer = answerTo(vector);
    if (!answer.ok) throw new Error(`refused: ${answer.message ?? answer.advice}`);
    expect(answer.derivation.output).toEqual(vector.output?.shape);
    const { values } = vector.output ?? {};
    if (values === undefined) return;

    if (!('output' in answer)) throw new Error('no values');
    const tolerance = vector.tolerance ?? 1e-5;
    expectClose([...answer.output.data], values, tolerance);
    if (vector.indices) expect(answer.indices).toEqual(vector.indices);
    if (vector.grad) {
      expectClose([...(answer.gradient?.data ?? [])], vector.grad.input, Math.max(tolerance, 1e-4));
    }
  });

  const refused = vectors.filter(({ error }) => error !== undefined);
  test.runIf(refused.length > 0).each(refused)('$id: $call is refused', (vector) => {
    const answer = answerTo(vector);
    if (answer.ok) throw new Error('not refused');
    const { message, exception, advice } = answer;
    expect({ message, exception }).toEqual({ message: vector.error, exception: vector.error_type });
    expect(advice).not.toBe('');
    if (vector.raised_by)
      expect(answer.stage).toBe(vector.raised_by === 'init' ? 'constructor' : vector.raised_by);
  });
});

function answerTo(vector: Vector): Inferred | Computed | Refusal {
  const configuration = configurationOf(vector);
  if (!configuration.ok || !vector.input) return ok(configuration);
  const { shape, values } = vector.input;
  const context = contextOf(vector);
  if (values === undefined || shape.includes(null)) return infer(configuration, shape, context);
  return run(
    configuration,
    {
      input: tensorOf(shape, values),
      ...(vector.mask ? { mask: tensorOf(vector.mask.shape, vector.mask.values) } : {}),
      ...(vector.input_indices ? { indices: tensorOf(shape, vector.input_indices) } : {}),
      ...(vector.grad ? { upstream: tensorOf(vector.output?.shape ?? [], vector.grad.upstream) } : {}),
    },
    context,
  );
}

function configurationOf(vector: Vector): Configuration | Refusal {
  const [layer] = findLayers(vector.layer, vector.framework);
  if (layer === undefined) throw new Error(`no layer ${vector.layer}`);
  return configure(layer, argumentsOf(vector.args, vector.framework), contextOf(vector));
}

const contextOf = ({ call_args, framework, opset, indices }: Vector): CallContext => ({
  ...(call_args ? { applied: argumentsOf(call_args, framework) } : {}),
  ...(opset ? { opset } : {}),
  ...(indices ? { wantIndices: true } : {}),
});

function ok(configuration: Configuration | Refusal): Refusal {
  if (configuration.ok) throw new Error('accepted without an input');
  return configuration;
}

function expectClose(got: readonly number[], wanted: readonly number[], tolerance: number): void {
  const wrong = wanted.findIndex((value, index) => !close(got[index] ?? Number.NaN, value, tolerance));
  expect(got.length).toBe(wanted.length);
  expect(wrong, `at ${wrong}: ${got[wrong]} instead of ${wanted[wrong]}`).toBe(-1);
}
