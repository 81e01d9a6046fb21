import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';

/** A time as it stands in a row. */
export const instant = z
  .number()
  .int()
  .transform((milliseconds) => new Date(milliseconds));
export const flag = z.number().transform((value) => value === 1);
export const toFlag = (value: boolean): number => (value ? 1 : 0);

/** A column that holds JSON. */
export const json = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(schema);

/** Statements take a bounded number of parameters (SQLite 32,766, PostgreSQL 65,535), so long lists go in pieces. */
export function pieces<T>(list: readonly T[], size = 500): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, i) =>
    list.slice(i * size, (i + 1) * size),
  );
}

/** The pieces of a long list one after the other; between two of them others have their turn, as SQLite never waits. */
export async function* inPieces<T>(list: readonly T[]): AsyncGenerator<readonly T[]> {
  for (const piece of pieces(list)) {
    yield piece;
    await setImmediate();
  }
}
