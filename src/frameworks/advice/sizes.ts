/** `5` where all axes agree, `(2, 5)` where they don't. */
export function sizes(values: readonly (number | null)[]): string {
  const [first] = values;
  if (first !== undefined && values.every((value) => value === first)) return spell(first);
  return `(${values.map(spell).join(', ')})`;
}

const spell = (value: number | null): string => (value === null ? 'None' : String(value));
