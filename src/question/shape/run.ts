import type { Token } from '../words/token.ts';

/** Numbers in a row without brackets: `3 6 9 12 15`, `8, 8, 128`, `2, 4 and 6`. */
export interface NumberRun {
  readonly values: readonly number[];
  readonly from: number;
  readonly to: number;
}

/** Every run of at least two numbers among the free tokens. */
export function findRuns(tokens: readonly Token[], free: (index: number) => boolean): readonly NumberRun[] {
  const runs: NumberRun[] = [];
  let at = 0;
  while (at < tokens.length) {
    const run = free(at) ? runAt(tokens, at, free) : null;
    if (run === null) {
      at += 1;
    } else {
      if (run.values.length > 1) runs.push(run);
      at = run.to;
    }
  }
  return runs;
}

function runAt(tokens: readonly Token[], from: number, free: (index: number) => boolean): NumberRun | null {
  const values: number[] = [];
  let at = from;
  for (;;) {
    const value = numberAt(tokens[at]);
    if (value === null || !free(at)) break;
    values.push(value);
    at += 1;
    const separator = tokens[at]?.word;
    const skipped = separator === ',' || separator === 'and' || separator === ';' ? 1 : 0;
    const second = skipped === 1 && separator === ',' && tokens[at + 1]?.word === 'and' ? 1 : 0;
    if (numberAt(tokens[at + skipped + second]) === null) break;
    at += skipped + second;
  }
  return values.length === 0 ? null : { values, from, to: at };
}

function numberAt(token: Token | undefined): number | null {
  if (token?.kind === 'number') return token.value;
  if (token?.word === 'nan') return Number.NaN;
  if (token?.word === 'inf' || token?.word === 'infinity') return Number.POSITIVE_INFINITY;
  return null;
}
