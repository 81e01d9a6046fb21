import { wordSet } from '../words/list.ts';
import { findPhrases, phrasesOf } from '../words/phrases.ts';
import type { Token } from '../words/token.ts';
import { nounOf, ranks, reduces, windows } from './noun.ts';

/** What an English mention of pooling says about it: "global max pooling", "2x2 avg pool", "GAP". */
export interface Head {
  readonly reduce: 'max' | 'average' | 'min' | 'lp' | 'sum' | null;
  readonly window: 'local' | 'global' | 'adaptive' | 'fractional' | 'unpool';
  /** The asker said "local" or named the window; otherwise local is only what is left. */
  readonly saysWindow: boolean;
  readonly rank: 1 | 2 | 3 | null;
  readonly from: number;
  readonly to: number;
}

type Draft = {
  reduce: Head['reduce'];
  window: Head['window'] | null;
  rank: Head['rank'];
  reduceAt: number;
  windowAt: number;
};

/** Every English mention among the free tokens; "max or average pooling" are two. */
export function findHeads(tokens: readonly Token[], free: (index: number) => boolean): readonly Head[] {
  const heads: Head[] = [];
  let after = 0;
  for (const [at, token] of tokens.entries()) {
    const noun = token.kind === 'word' && free(at) && at >= after ? nounOf(token.word) : null;
    if (noun === null) continue;
    const parts = modifiersBefore(tokens, at, after, free);
    const last = parts.at(-1);
    if (last === undefined) continue;
    Object.assign(last.draft, noun);
    last.to = rankAfter(tokens, reduceAfter(tokens, at + 1, last.draft), last.draft);
    share(
      parts.map((part) => part.draft),
      last.draft,
    );
    heads.push(...parts.map(({ draft, from, to }) => headOf(draft, from, to)));
    after = last.to;
  }
  const told = heads.map((head) => withEarlierVerb(head, tokens, heads));
  return [...told, ...reductionsIn(tokens, free, heads)].sort((a, b) => a.from - b.from);
}

/** "Averaged with a 2x2 pool": the verb before says how. */
function withEarlierVerb(head: Head, tokens: readonly Token[], heads: readonly Head[]): Head {
  if (head.reduce !== null) return head;
  for (let at = head.from - 1; at >= Math.max(0, head.from - 7); at -= 1) {
    if (heads.some(({ from, to }) => at >= from && at < to)) return head;
    const token = tokens[at];
    const reduce = reduces[token?.word ?? ''];
    if (reduce !== undefined) return { ...head, reduce };
    if (token?.kind === 'word' && !linking.has(token.word)) return head;
  }
  return head;
}

const linking = wordSet('with by using a an the over in x');

function headOf(draft: Draft, from: number, to: number): Head {
  const { reduce, rank } = draft;
  return { reduce, rank, window: draft.window ?? 'local', saysWindow: draft.window !== null, from, to };
}

function blank(): Draft {
  return { reduce: null, window: null, rank: null, reduceAt: -1, windowAt: -1 };
}

/** The words before the noun, cut at "or", "and", "vs": each part is one mention. */
function modifiersBefore(
  tokens: readonly Token[],
  noun: number,
  floor: number,
  free: (index: number) => boolean,
): { readonly draft: Draft; from: number; to: number }[] {
  const parts = [{ draft: blank(), from: noun, to: noun + 1 }];
  let at = noun - 1;
  let between = false;
  for (; at >= floor && noun - at < 9; at -= 1) {
    const token = tokens[at];
    const part = parts[0];
    if (token === undefined || part === undefined || !free(at)) break;
    if (read(part.draft, token, at)) {
      part.from = at;
      between = false;
    } else if (
      !between &&
      joins.has(token.word) &&
      parts.length < 3 &&
      modifies(tokens[at - 1]) &&
      saysAnything(part.draft)
    ) {
      parts.unshift({ draft: blank(), from: at, to: at });
      between = true;
    } else if (between || !passes(token)) {
      break;
    }
  }
  return parts.filter((part, index) => index === parts.length - 1 || saysAnything(part.draft));
}

const joins = wordSet('or and vs versus / against to &');

/** Sizes and filler between an adjective and its noun: "max 2x2 pool", "average (3, 3) pooling". */
function passes(token: Token): boolean {
  return (
    token.kind === 'number' ||
    token.word === 'x' ||
    token.word === '*' ||
    token.word === 'by' ||
    token.word === 'based'
  );
}

function modifies(token: Token | undefined): boolean {
  return token !== undefined && (token.word in reduces || token.word in windows || token.word in ranks);
}

function read(draft: Draft, token: Token, at: number): boolean {
  const reduce = reduces[token.word];
  const window = windows[token.word];
  const rank = ranks[token.word];
  if (reduce !== undefined && draft.reduce === null) {
    draft.reduce = reduce;
    draft.reduceAt = at;
    return true;
  }
  if (window !== undefined && draft.window === null) {
    draft.window = window;
    draft.windowAt = at;
    return true;
  }
  if (rank !== undefined && draft.rank === null) {
    draft.rank = rank;
    return true;
  }
  return false;
}

function saysAnything(draft: Draft): boolean {
  return draft.reduce !== null || draft.window !== null || draft.rank !== null;
}

/** "local vs global average pooling": both average; "global average and max pooling": both global. */
function share(parts: readonly Draft[], last: Draft): void {
  const [first] = parts;
  for (const part of parts) {
    part.rank ??= last.rank;
    if (part !== last && part.reduce === null) part.reduce = last.reduce;
    if (part !== last && part.window === null && last.windowAt > last.reduceAt && last.reduceAt >= 0)
      part.window = last.window;
    if (part === last && part.window === null && first !== undefined) part.window = first.window;
    if (part === last && part.reduce === null && first !== undefined) part.reduce = first.reduce;
  }
}

/** The only word on how to reduce where nothing says "pool": "kernel 4 / stride 4 / avg"; null where there is none. */
export function loneReduction(tokens: readonly Token[], free: (index: number) => boolean): Head | null {
  const from = tokens.findIndex(({ word }, index) => word in reduces && free(index));
  const reduce = reduces[tokens[from]?.word ?? ''];
  if (reduce === undefined) return null;
  return { reduce, window: 'local', saysWindow: false, rank: null, from, to: from + 1 };
}

/** "Pooling (max)", "Pooling AVE kernel 7": where the mention ends. */
function reduceAfter(tokens: readonly Token[], at: number, draft: Draft): number {
  const next = tokens[at];
  const plain = next === undefined || next.text !== next.text.toUpperCase() ? undefined : reduces[next.word];
  if (draft.reduce === null && plain !== undefined) {
    draft.reduce = plain;
    return at + 1;
  }
  const reduce = reduces[tokens[at + 1]?.word ?? ''];
  if (draft.reduce !== null || reduce === undefined) return at;
  if (tokens[at]?.word !== '(' || tokens[at + 2]?.word !== ')') return at;
  draft.reduce = reduce;
  return at + 3;
}

/** "pooling 2D", "max pool (2d)": where the mention ends. */
function rankAfter(tokens: readonly Token[], at: number, draft: Draft): number {
  const bracket = tokens[at]?.word === '(' ? 1 : 0;
  const rank = ranks[tokens[at + bracket]?.word ?? ''];
  if (rank === undefined || draft.rank !== null) return at;
  draft.rank = rank;
  return at + 1 + 2 * bracket;
}

const reductions = phrasesOf<Pick<Head, 'window' | 'saysWindow'>>([
  ['global|globally average|avg|mean|max|maximum|minimum', { window: 'global', saysWindow: true }],
  ['average|avg|mean|max|maximum|averaging window|kernel|filter', { window: 'local', saysWindow: false }],
  [
    'average|averaging|mean|max|maximum of|over|in|per? each|every|all|the|a? # x|by|* # window|block|patch|square|cell|region|tile|neighborhood|neighbourhood',
    { window: 'local', saysWindow: false },
  ],
]);

/** A reduction without the word "pool": "global average of the map", "mean over each 2x2 block". */
function reductionsIn(
  tokens: readonly Token[],
  free: (index: number) => boolean,
  heads: readonly Head[],
): readonly Head[] {
  return findPhrases(reductions, tokens).flatMap(({ value, from, to }) => {
    if (!free(from) || heads.some((head) => from < head.to && head.from < to)) return [];
    const reduce = tokens.slice(from, to).flatMap((token) => reduces[token.word] ?? [])[0] ?? null;
    const other =
      joins.has(tokens[to]?.word ?? '') && free(to + 1) ? reduces[tokens[to + 1]?.word ?? ''] : null;
    const taken = heads.some((head) => to + 1 < head.to && head.from < to + 2);
    return [
      { ...value, reduce, rank: null, from, to },
      // "Global average and max of": two of them.
      ...(value.window === 'global' && other && !taken
        ? [{ ...value, reduce: other, rank: null, from: to + 1, to: to + 2 }]
        : []),
    ];
  });
}
