import type { InputRead } from '../question.ts';
import type { Request } from '../request.ts';
import { readShape } from '../shape/typed.ts';
import type { Candidate } from './find.ts';

/** The input that came beside the text: an attached array, or a shape typed into an option. */
export function attachedInput({ input, set }: Request): Candidate | null {
  if (input !== undefined) {
    const { shape, values, dtype, literal = true, axes = null } = input;
    const read: InputRead = {
      ...bare,
      shape,
      axes,
      dtype,
      values: values === undefined ? null : Float64Array.from(values),
    };
    return candidate({ ...read, literal }, null);
  }
  if (set?.shape === undefined) return null;
  const read = readShape(set.shape);
  if (read !== null) return candidate(read, null);
  return candidate({ ...bare, shape: [] }, `I can't read ${set.shape} as a shape`);
}

const bare: InputRead = { shape: [], axes: null, values: null, dtype: 'float32', literal: false, span: null };

function candidate(read: InputRead, problem: string | null): Candidate {
  return { read, problem, from: 0, to: 0, ours: false };
}

/** An array sent beside the text, such as a mask or an upstream gradient. */
export function attachedArray(
  array: { readonly shape: readonly number[]; readonly values: readonly (number | boolean)[] } | undefined,
): InputRead | null {
  if (array === undefined) return null;
  return { ...bare, shape: array.shape, values: Float64Array.from(array.values, Number), literal: true };
}
