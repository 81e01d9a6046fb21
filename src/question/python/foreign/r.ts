import { applyEdits, type Edit } from '../offsets.ts';
import type { Program } from '../program.ts';
import { readTranslated } from '../read.ts';
import { isDigit, scan, type Token } from '../scan.ts';

const words: Readonly<Record<string, string>> = {
  TRUE: 'True',
  FALSE: 'False',
  NULL: 'None',
  NA: 'None',
};
const vectors = new Set(['c', 'list']);

/** Whether code is R: a pipe, an arrow for assignment, or a layer's name as the R package keras spells it. */
export function isR(source: string): boolean {
  if (source.includes('%>%') || source.includes('|>')) return true;
  if (source.includes('<-') && source.includes('(')) return true;
  return source.includes('layer_') && source.includes('c(');
}

/**
 * R's pipes of layers in the form of Python calls: `c(2, 2)` is a tuple, `TRUE` is True, `2L` is 2, a pipe ends a
 * call. The layers of a pipe are a model.
 */
export function readR(source: string): Program {
  const program = readTranslated(source, applyEdits(source, editsFor(source)), 'pipe');
  return { ...program, calls: program.calls.map((call) => ({ ...call, qualified: pythonName(call.name) })) };
}

/** The Python name of what an R package wraps: `layer_max_pooling_2d` is `keras.layers.MaxPooling2D`. */
function pythonName(name: string): string {
  const bare = name.slice(name.lastIndexOf('.') + 1);
  const words = bare.split('_').slice(1);
  const camel = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  if (bare.startsWith('layer_')) return `keras.layers.${camel.join('').replace(/[123]d$/, upperCase)}`;
  return bare.startsWith('nn_') ? `torch.nn.${camel.join('')}` : name;
}

const upperCase = (text: string): string => text.toUpperCase();

function editsFor(source: string): Edit[] {
  const edits: Edit[] = [];
  const vectorAt: boolean[] = [];
  const tokens = [...scan(source)];
  let afterPipe = false;
  for (const [at, token] of tokens.entries()) {
    const word = source.slice(token.from, token.to);
    const next = tokens[at + 1];
    if (token.kind === 'newline') {
      if (afterPipe || pipeFollows(source, tokens, at)) edits.push(replace(token, ' '));
      continue;
    }
    afterPipe &&= token.kind === 'comment';
    if (token.kind === 'comment' && afterPipe) edits.push(replace(token, ' '));
    else if (token.kind === 'name') {
      const isVector = vectors.has(word) && next?.from === token.to && source.charAt(next.from) === '(';
      if (isVector) edits.push(replace(token, ''));
      else if (Object.hasOwn(words, word)) edits.push(replace(token, words[word] ?? word));
    } else if (token.kind === 'number') {
      const last = token.to - 1;
      if (word.endsWith('L') && isDigit(word.charAt(word.length - 2)))
        edits.push({ at: last, remove: 1, insert: '' });
    } else if (token.kind === 'open') {
      const before = tokens[at - 1];
      vectorAt.push(before?.to === token.from && vectors.has(source.slice(before.from, before.to)));
    } else if (token.kind === 'close') {
      if (vectorAt.pop()) edits.push({ at: token.from, remove: 0, insert: ',' });
    } else {
      const sign = signAt(source, token.from);
      if (sign) edits.push({ at: token.from, remove: sign.length, insert: sign.insert });
      afterPipe = sign?.insert === ';';
    }
  }
  return edits;
}

const replace = (token: Token, insert: string): Edit => ({
  at: token.from,
  remove: token.to - token.from,
  insert,
});

const signs: readonly (readonly [string, string])[] = [
  ['%>%', ';'],
  ['|>', ';'],
  ['<<-', '='],
  ['<-', '='],
  ['::', '.'],
  ['$', '.'],
];

function signAt(source: string, at: number): { length: number; insert: string } | null {
  const found = signs.find(([sign]) => source.startsWith(sign, at));
  return found ? { length: found[0].length, insert: found[1] } : null;
}

/** Whether the next line begins with a pipe. */
function pipeFollows(source: string, tokens: readonly Token[], from: number): boolean {
  const next = tokens.slice(from + 1).find((token) => token.kind !== 'newline');
  return next !== undefined && signAt(source, next.from)?.insert === ';';
}
