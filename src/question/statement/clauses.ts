import type { Clause } from './statement.ts';

const verbs = `is|are|was|were|isn't|aren't|wasn't|has|have|had|hasn't|haven't|does|do|did|doesn't|don't|didn't|gives?|gave|outputs?|returns?|produces?|yields?|becomes?|became|makes?|takes?|keeps?|kept|preserves?|maintains?|changes?|reduces?|halves|doubles?|shrinks?|turns?|maps?|converts?|equals?|needs?|requires?|uses?|adds?|learns?|contains?|works?|operates?|ignores?|counts?|includes?|excludes?|divides?|pads?|picks?|selects?|computes?|averages|accepts?|supports?|defaults|drops?|removes?|ends?|starts?|outputs?|expects?|leaves?|collapses?|can|can't|cannot|could|may|might|must|will|won't|would|should|never|always|goes|passes|routes?|sends?|splits?|spreads?|distributes?|shares?|gets?|got|comes?|differs?|loses?|discards?|increases?|enlarges?|decreases?|results|leads|costs?|helps?|acts?|slides|moves|depends|treats?|mixes|combines?|stays?|remains?|downsamples?|introduces?|flattens|replaces|summari[sz]es`;
const startsWithVerb = new RegExp(
  String.raw`^(?!outputs? (?:=|size|shape|height|width|is|are|of|has|map|maps|tensor|dim|feature))(?:also |then |therefore |thus |not |only )?(?:${verbs})(?=\s|$|[,.;:])`,
  'i',
);
const hasVerb = new RegExp(String.raw`(?:^|\s|\))(?:${verbs})(?=\s|$|[,.;:(])|[=→≈]|->|=>`, 'i');
/** A subject of a few words and its verb. */
const startsAnew = new RegExp(
  String.raw`^(?!(?:strides?|padding|dilation|kernel|window|pool)\S*\s*(?:of|=)?\s*["'(]?(?:\d|same|valid))(?:(?!(?:and|or|with|if|when)\b)(?:[\w.'"=/+-]+(?:\([^()]*(?:\([^()]*\)[^()]*)*\))?|\([^()]*\))(?: (?:on|of|for|with|after|in|to|from))?\s+){1,9}?(?:${verbs}|=|→)(?=\s|$|[,.;:])`,
  'i',
);
/** "The last row and column are ignored": a subject of two. */
const startsPaired =
  /^(?:the |its )?(?:last |first |remaining |extra )?(?:rows? and (?:last )?columns?|height and width|columns? and (?:last )?rows?) (?:are|is|get|stay|become)\b/i;
/** "With padding="same" it gives …". */
const startsAside = new RegExp(
  String.raw`^(?:with|for|on|in|without|using|under)\b[^,]{1,80}?,? (?:it|they|(?:the|this|that) \w+|[\w.]+(?:\([^()]*\))?) (?:${verbs})(?=\s|$)`,
  'i',
);
const strong =
  /^(?:;|:\s|\s[–—]\s|\s--\s|,?\s+(?:but|while|whereas|whilst|although|though|because|however|hence|therefore|yet)\s|,\s+(?:so|since|thus|which means(?: that)?|meaning(?: that)?|i\.e\.,?|as opposed to|unlike|not)\s|\s+so that\s|\s+since\s)/i;
const which = /^,?\s+(?:which|that)\s+(?=(?:also |then )?\w+)/i;
const producing =
  /^,\s+(?:thereby |thus )?(?:resulting in|giving|producing|yielding|leaving|making it|to give|and get)\s+/i;
const weak = /^(?:,\s+(?:and|or)?\s*|\s+(?:and|plus)\s+)/i;
const joints = [producing, which, strong, weak];
/** What is supposed in front, with a verb of its own, belongs to what follows its comma. */
const supposing = /^(?:if|when|whenever|unless|assuming|suppose|since|as|because|once|while|although)\b/i;
const circumstance = /^(?:with|without|for|given|in|on|after|before|by|under|using)\b/i;
const finite = new RegExp(String.raw`(?:^|\s|\))(?:${verbs})(?=\s|$|[,.;:(])`, 'i');

/**
 * Cuts a sentence into the statements that it joins. A cut is made only where both sides say something: "height and
 * width" stays whole, "GAP has weights and MaxPooling2D(2) gives 14x14" is two.
 */
export function clausesOf(sentence: string): readonly Clause[] {
  const whole = sentence.replace(/[.!?\s]+$/, '');
  const each = spread(whole);
  if (each) return [{ text: whole, full: whole, each }];
  const pieces = piecesOf(whole);
  const clauses: Clause[] = [];
  let subject = '';
  for (const { text, joint } of pieces) {
    const trimmed = text.replace(/^(?:and|but|so|then|also|therefore|thus|hence|or)\s+/i, '').trim();
    if (trimmed === '') continue;
    const carried =
      joint === 'producing'
        ? `it gives ${trimmed}`
        : joint === 'which'
          ? `it ${trimmed}`
          : withSubject(trimmed, subject);
    const own = subjectOf(carried);
    if (own !== '') subject = own;
    clauses.push({ text: trimmed, full: completed(carried, clauses.at(-1)?.full ?? '') });
  }
  return clauses;
}

/** Whether a text has a verb, a sign for one, or gives a size for something. */
export const statesSomething = (text: string): boolean =>
  hasVerb.test(text) || /^[([]?\d[^.]{0,40} for \S/.test(text);

/** "… is linear, but max pooling is not": what it is not stands in the part before. */
function completed(text: string, before: string): string {
  const said = /\b(?:is|are) (?!not\b)(.{2,80})$/i.exec(before)?.[1];
  return said !== undefined && /\b(?:is|are)(?: not|n't)$/i.test(text) ? `${text} ${said}` : text;
}

const several =
  /^(both |neither )?([^,;]{2,60}?),? (?:and|nor) ([^,;]{2,60}?) (both |each |all )?((?:have|keep|are|do|need|take|work|leave|reduce|change|preserve|has|is|does|can|mix|take|use|add|learn|contain|require)(?:n't)? .+)$/i;

/** "Max and average pooling have no weights" says it of each; null for any other sentence. */
function spread(sentence: string): readonly string[] | null {
  const [, word = '', first = '', second = '', , rest = ''] = several.exec(sentence) ?? [];
  if (
    /^(?:are|do|give|compute|is|does)(?:n't)? (?:not )?(?:always |exactly |really )?(?:the )?(?:same|identical|equivalent|equal|different|differ|interchangeable)/i.test(
      rest,
    )
  )
    return null;
  const named = /(?:pool\w*|\bgap|\bgmp|\d[dD])(?: layers?)?(?:\([^()]*\))?$/i;
  const short = /^(?:the )?(?:global )?(?:max|average|avg|mean)$/i.test(first);
  if (!named.test(second) || !(named.test(first) || short)) return null;
  if (short && !/pool\w*(?: layers?)?$/i.test(second)) return null;
  const said = /^neither/i.test(word) ? `does not ${rest}` : rest;
  return [short ? `${first} pooling` : first, second].map((subject) => `${subject} ${said}`);
}

function withSubject(text: string, subject: string): string {
  return startsWithVerb.test(text) ? `${subject === '' ? 'it' : subject} ${text}` : text;
}

function subjectOf(text: string): string {
  const found = hasVerb.exec(text);
  return found && found.index > 0 ? text.slice(0, found.index).trim() : '';
}

interface Piece {
  readonly text: string;
  readonly joint: 'start' | 'strong' | 'which' | 'producing' | 'weak';
}

function piecesOf(sentence: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let joint: Piece['joint'] = 'start';
  let from = 0;
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < sentence.length; at += 1) {
    const char = sentence[at] ?? '';
    if ('([{⌊⌈'.includes(char)) depth += 1;
    if (')]}⌋⌉'.includes(char)) depth = Math.max(0, depth - 1);
    if (char === '"') quoted = !quoted;
    if (depth > 0 || quoted || !/[\s,;:]/.test(char)) continue;
    const left = sentence.slice(from, at);
    const right = sentence.slice(at, at + 400);
    const cut = cutAt(left, right);
    if (!cut) continue;
    pieces.push({ text: left, joint });
    joint = cut.joint;
    from = at + cut.length;
    at = from - 1;
  }
  return [...pieces, { text: sentence.slice(from), joint }];
}

function cutAt(
  left: string,
  right: string,
): { readonly joint: Piece['joint']; readonly length: number } | null {
  // A joint is seen in a few words; what stands before it may be long.
  if (!joints.some((joint) => joint.test(right)) || !says(left)) return null;
  const made = producing.exec(right);
  if (made) return { joint: 'producing', length: made[0].length };
  const relative = which.exec(right);
  if (relative && right.startsWith(',') && startsWithVerb.test(right.slice(relative[0].length)))
    return { joint: 'which', length: relative[0].length };
  const hard = strong.exec(right);
  if (hard?.[0].startsWith(':') && !finite.test(left)) return null;
  if (hard) return { joint: 'strong', length: hard[0].length - (hard[0].endsWith(' ') ? 1 : 0) };
  const soft = weak.exec(right);
  if (!soft) return null;
  const after = right.slice(soft[0].length);
  return startsWithVerb.test(after) ||
    startsAnew.test(after) ||
    startsAside.test(after) ||
    startsPaired.test(after)
    ? { joint: 'weak', length: soft[0].length }
    : null;
}

/** Whether a statement stands there already, not only a condition in front of one. */
function says(left: string): boolean {
  // The signs between brackets are those of arguments.
  const text = left.trim().replace(/\([^()]*(?:\([^()]*\)[^()]*)*\)/g, '()');
  const comma = text.indexOf(',');
  if (supposing.test(text)) return comma !== -1 && hasVerb.test(text.slice(comma));
  return circumstance.test(text) ? finite.test(text) : hasVerb.test(text);
}
