/**
 * Element `index` of a list whose bounds the caller has already ensured.
 * Throws RangeError when that promise is broken, so that a slip shows at once and not as NaN.
 */
export function at<T>(list: readonly T[], index: number): T {
  const element = list[index];
  if (element === undefined) throw new RangeError(`no element ${index} in a list of ${list.length}`);
  return element;
}

/** The same for the loops over windows; apart from `at` so that the engine sees only lists of whole numbers here. */
export function entry(list: readonly number[], index: number): number {
  const number = list[index];
  if (number === undefined) throw new RangeError(`no entry ${index} in a list of ${list.length}`);
  return number;
}

/** The same for a tensor's cells; the engine sees only two kinds of array here. */
export function cell(data: Float32Array | Float64Array, index: number): number {
  const value = data[index];
  if (value === undefined) throw new RangeError(`no cell ${index} among ${data.length}`);
  return value;
}
