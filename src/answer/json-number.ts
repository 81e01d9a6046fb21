export type JsonNumber = number | 'nan' | 'inf' | '-inf';

/** Numbers as JSON can hold them: what is not finite is a string. */
export function jsonNumbers(values: Iterable<number>): readonly JsonNumber[] {
  return Array.from(values, (value) =>
    Number.isFinite(value) ? value : Number.isNaN(value) ? 'nan' : value > 0 ? 'inf' : '-inf',
  );
}
