import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { GivenArguments, PythonValue } from '../../src/frameworks/index.ts';
import { python } from '../../src/frameworks/index.ts';
import type { Tensor } from '../../src/pooling/index.ts';

const number = z.union([
  z.number(),
  z
    .enum(['nan', 'inf', '-inf'])
    .transform((name) => Number(name === 'nan' ? Number.NaN : `${name}inity`.replace('inf', 'Inf'))),
]);
const array = z.object({ shape: z.array(z.number().nullable()), values: z.array(number).optional() });
const filled = z.object({ shape: z.array(z.number()), values: z.array(z.union([number, z.boolean()])) });

const record = z.object({
  id: z.string(),
  framework: z.enum(['keras', 'torch', 'onnx']),
  layer: z.string(),
  args: z.record(z.string(), z.json()),
  call: z.string(),
  call_args: z.record(z.string(), z.json()).optional(),
  input: array.optional(),
  input_indices: z.array(z.number()).optional(),
  mask: filled.optional(),
  output: array.optional(),
  indices: z.array(z.number()).optional(),
  grad: z.object({ upstream: z.array(number), input: z.array(number) }).optional(),
  error: z.string().optional(),
  error_type: z.string().optional(),
  raised_by: z.enum(['init', 'shape', 'call']).optional(),
  opset: z.number().nullish(),
  tolerance: z.number().optional(),
});
export type Vector = z.infer<typeof record>;

/** The reference results of one framework; test/vectors/README.md says where they come from. */
export function readVectors(framework: Vector['framework']): readonly Vector[] {
  const text = readFileSync(new URL(`../vectors/${framework}.jsonl`, import.meta.url), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => record.parse(JSON.parse(line)));
}

/** JSON arguments as Python values: arrays are tuples but for ONNX, whole numbers are ints. */
export function argumentsOf(args: Vector['args'], framework: Vector['framework']): GivenArguments {
  const sequence = framework === 'onnx' ? python.list : python.tuple;
  const value = (json: unknown): PythonValue => {
    if (json === null) return python.none;
    if (typeof json === 'boolean') return python.bool(json);
    if (typeof json === 'number') return Number.isInteger(json) ? python.int(json) : python.float(json);
    return Array.isArray(json) ? sequence(json.map(value)) : python.str(String(json));
  };
  return Object.entries(args).map(([name, json]) => ({ name, value: value(json) }));
}

export const tensorOf = (
  shape: readonly (number | null)[],
  values: readonly (number | boolean)[],
): Tensor => ({
  shape: shape.map((size) => size ?? 0),
  data: Float32Array.from(values, Number),
});

/** Equal to a relative and absolute tolerance; NaN equals NaN. */
export function close(a: number, b: number, tolerance: number): boolean {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number.isNaN(a) && Number.isNaN(b);
  if (!Number.isFinite(a) || !Number.isFinite(b)) return a === b;
  return Math.abs(a - b) <= tolerance + tolerance * Math.abs(b);
}
