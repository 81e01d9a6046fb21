import type { Mention } from '../layer/mention.ts';
import type { InputRead } from '../question.ts';
import { wordSet } from '../words/list.ts';
import type { Token } from '../words/token.ts';
import type { Candidate } from './find.ts';
import { findFlow } from './flow.ts';

/** Which of the shapes and arrays is what. */
export interface Roles {
  readonly inputs: readonly Candidate[];
  readonly mask: InputRead | null;
  readonly indices: InputRead | null;
  readonly upstream: InputRead | null;
}

/**
 * Sorts arrays by the word in front of them: a mask, indices, an upstream gradient; all others are inputs. Where code
 * passes arrays to its layers, those are the inputs.
 */
export function findRoles(
  candidates: readonly Candidate[],
  tokens: readonly Token[],
  mentions: readonly Mention[],
): Roles {
  const inputs: Candidate[] = [];
  let indices: InputRead | null = null;
  let upstream: InputRead | null = null;
  let mask: InputRead | null = maskOfTruths(tokens);
  for (const candidate of candidates) {
    const before = tokens.slice(behindLayer(candidate, mentions), candidate.from);
    const says = (words: ReadonlySet<string>) => before.some(({ stem }) => words.has(stem));
    if (candidate.read.values === null) inputs.push(candidate);
    else if (says(maskWords)) mask ??= candidate.read;
    else if (says(indexWords)) indices ??= candidate.read;
    else if (says(upstreamWords)) upstream ??= candidate.read;
    else inputs.push(candidate);
  }
  const [only] = candidates;
  if (candidates.length === 1 && only !== undefined && upstream === only.read) {
    // "The gradient for ties: [[2, 2], [2, 2]]": nothing else could be pooled.
    inputs.push(only);
    upstream = null;
  }
  upstream ??= scalarUpstream(tokens);
  const flow = findFlow(mentions, candidates);
  if (flow === null) return { inputs, mask, indices, upstream };
  return { inputs: flow.inputs, mask: flow.mask ?? mask, indices: flow.indices ?? indices, upstream };
}

/** How far before an array the word may stand that says what it is, in tokens. */
const reach = 4;

/** In "the gradient for GlobalMaxPooling2D on [[3, 1]]" the word in front of the layer is not about the array. */
function behindLayer({ from }: Candidate, mentions: readonly Mention[]): number {
  let behind = Math.max(0, from - reach);
  for (const { kind, to } of mentions) if (kind !== 'other' && to <= from && to > behind) behind = to;
  return behind;
}

const maskWords = new Set(['mask']);
const indexWords = new Set(['index', 'argmax', 'position']);
const upstreamWords = wordSet('gradient grad upstream dout dy incoming');

/** "mask True True False", "mask=[1, 1, 0]" in words. */
function maskOfTruths(tokens: readonly Token[]): InputRead | null {
  for (const [at, token] of tokens.entries()) {
    if (!maskWords.has(token.stem)) continue;
    const values: number[] = [];
    let start: number | null = null;
    let end = 0;
    for (let next = at + 1; next < tokens.length; next += 1) {
      const word = tokens[next]?.word ?? '';
      const truth = word === 'true' ? 1 : word === 'false' ? 0 : null;
      if (truth === null && !fillers.has(word)) break;
      if (truth === null) continue;
      values.push(truth);
      start ??= tokens[next]?.start ?? 0;
      end = tokens[next]?.end ?? 0;
    }
    if (start === null) continue;
    return {
      shape: [1, values.length],
      axes: null,
      values: Float64Array.from(values),
      dtype: 'bool',
      literal: false,
      span: { start, end },
    };
  }
  return null;
}

const fillers = wordSet(', [ ( = : is and of being the');

/** "gradient 8 arrives", "an upstream gradient of 1". */
function scalarUpstream(tokens: readonly Token[]): InputRead | null {
  for (const [at, token] of tokens.entries()) {
    if (!upstreamWords.has(token.stem)) continue;
    let next = at + 1;
    while (next < at + 4 && linking.has(tokens[next]?.word ?? '')) next += 1;
    const number = tokens[next];
    if (number?.kind !== 'number' || tokens[next + 1]?.word === 'x') continue;
    return {
      shape: [1],
      axes: null,
      values: Float64Array.of(number.value),
      dtype: 'float32',
      literal: false,
      span: { start: number.start, end: number.end },
    };
  }
  return null;
}

const linking = wordSet('of is = : gradient grad value a equal to signal');
