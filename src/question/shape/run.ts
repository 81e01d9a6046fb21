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
    const number = numberAt(tokens, at);
    if (number === null || !free(at)) break;
    values.push(number.value);
    at = number.to;
    const separator = tokens[at]?.word;
    const skipped = separator === ',' || separator === 'and' || separator === ';' ? 1 : 0;
    const second = skipped === 1 && separator === ',' && tokens[at + 1]?.word === 'and' ? 1 : 0;
    if (numberAt(tokens, at + skipped + second) === null) break;
    at += skipped + second;
  }
  return values.length === 0 ? null : { values, from, to: at };
}

/** A number or one of the words for what is none; a minus before a word is a token of its own. */
function numberAt(
  tokens: readonly Token[],
  at: number,
): { readonly value: number; readonly to: number } | null {
  const token = tokens[at];
  if (token?.kind === 'number') return { value: token.value, to: at + 1 };
  const sign = token?.word === '-' ? 1 : 0;
  const value = special[tokens[at + sign]?.word ?? ''];
  return value === undefined ? null : { value: sign === 1 ? -value : value, to: at + sign + 1 };
}

const special: Readonly<Record<string, number>> = {
  nan: Number.NaN,
  inf: Number.POSITIVE_INFINITY,
  infinity: Number.POSITIVE_INFINITY,
};
