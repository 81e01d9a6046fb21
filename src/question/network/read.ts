import type { Shape } from '../../pooling/index.ts';
import type { Candidate } from '../input/find.ts';
import type { CodeCall } from '../python/index.ts';
import type { Understanding } from '../understand.ts';
import type { Token } from '../words/token.ts';
import type { NetworkRead, NetworkWant } from './asked.ts';
import { networkNamed } from './name.ts';

/** What a text asks of a published network; null where it names none, or asks for something else. */
export function networkAsked(understanding: Understanding): NetworkRead | null {
  const { page, inputs } = understanding;
  const { tokens, text } = page;
  const number = numberSought(text);
  const named = networkNamed(tokens);
  if (named === null) return number && inputs.length === 0 ? { ...nothing, wants: 'number', number } : null;
  const call = page.code.calls.find(({ qualified }) => isCallOf(qualified, tokens, named.from)) ?? null;
  const wants = number ? 'number' : wantOf(text);
  const sides = number ? null : (inputs.map(sidesOf).find((found) => found !== null) ?? sideSaid(text));
  const shapes = call !== null || sides !== null || asksForShapes.test(text);
  if (wants === null && !(shapes && !asksForMore.test(text))) return null;
  return {
    name:
      /\b(?:paper|original|2012|krizhevsky)\b/i.test(text) || sides?.[0] === 227
        ? paperOf(named.name)
        : named.name,
    assumed: named.assumed,
    wants: wants ?? 'layers',
    sides,
    number,
    classes: classesIn(text),
    ...topOf(call, text),
  };
}

const nothing = {
  name: null,
  assumed: false,
  sides: null,
  classes: null,
  top: null,
  pooling: null,
} as const;

const paperOf = (name: string): string => (name === 'AlexNet' ? 'AlexNet (paper)' : name);

function isCallOf(qualified: string, tokens: readonly Token[], from: number): boolean {
  const base = qualified.slice(qualified.lastIndexOf('.') + 1).toLowerCase();
  return tokens[from]?.word === base;
}

const asksForShapes =
  /\b(?:trace|pool(?:s|ing)?|shapes?|sizes?|outputs?|comes? out|feature maps?|layers|stages|summary|before the gap|after the gap)\b/i;

/** Questions of why and which, which are answered in words. */
const asksForMore =
  /\b(?:why|better|best|should i|explain|difference|history|invented|paper say|who|fine-?tun\w*|accuracy|overfit\w*|train\w*|transfer|instead)\b/i;

const wordings: readonly (readonly [NetworkWant, RegExp])[] = [
  ['field', /\breceptive[ -]field/i],
  [
    'smallest',
    /\b(?:smallest|minimum|minimal|min|lowest|tiniest|least)\b.{0,40}\b(?:input|image|size|resolution|side|width|height|shape)|\bhow small\b|\b(?:input|image)s? (?:size|shape|resolution) (?:minimum|limit)/i,
  ],
  [
    'head',
    /\bflatten\w*\b.{0,60}\b(?:gap|global|pool\w*)|\b(?:gap|global)\b.{0,60}\bflatten|\b(?:head|classifier|top)\b.{0,60}\b(?:weights|parameters|params|cost|size)|\b(?:weights|parameters|params|cost)\b.{0,60}\b(?:head|classifier|top)\b/i,
  ],
  [
    'parameters',
    /\b(?:how many|number of|count|total|#)\b.{0,30}\b(?:parameters|params|weights)|\b(?:parameter|param|weight)s?(?: count| total)?\s*\??\s*$/i,
  ],
];

function wantOf(text: string): NetworkWant | null {
  return wordings.find(([, wording]) => wording.test(text))?.[0] ?? null;
}

/** "Where does 25088 come from?", "why 2048 features": the number, or the shape as its sizes. */
function numberSought(text: string): readonly number[] | null {
  const size = String.raw`(\d[\d,]*(?:\s*[x×*]\s*\d+){0,2})`;
  const found =
    text.match(
      new RegExp(
        String.raw`\bwhere (?:does|do|did|is|are) (?:the |that |this |those )?(?:number |value )?${size}\b.{0,40}\b(?:come|from)`,
        'i',
      ),
    ) ??
    text.match(
      new RegExp(
        String.raw`\bwhy (?:is it |are there |do i get |does it (?:have|give) |the )?(?:exactly )?${size}\b.{0,30}\b(?:features|inputs|in_features|channels|numbers|units|values|come|after|in the)`,
        'i',
      ),
    );
  if (!found?.[1]) return null;
  const sizes = found[1].split(/[x×*]/).map((part) => Number(part.replaceAll(',', '')));
  return sizes.length > 1 || (sizes[0] ?? 0) >= smallestNumber ? sizes : null;
}

/** Below this a number comes from anywhere. */
const smallestNumber = 100;

function classesIn(text: string): number | null {
  const found = text.match(
    /\b(\d{1,5})[- ](?:classes|labels|categories|outputs)\b|\bclasses\s*=\s*(\d{1,5})|\bDense\(\s*(\d{1,5})/i,
  );
  const classes = Number(found?.[1] ?? found?.[2] ?? found?.[3] ?? Number.NaN);
  return classes > 0 ? classes : null;
}

/** What the code says of the head: `include_top` is True where a call leaves it out. */
function topOf(call: CodeCall | null, text: string): Pick<NetworkRead, 'top' | 'pooling'> {
  const given = (name: string) => call?.args.find((argument) => argument.name === name)?.value;
  const top = given('include_top');
  const pooling = given('pooling');
  const kind =
    pooling?.type === 'str' && (pooling.value === 'avg' || pooling.value === 'max') ? pooling.value : null;
  if (top?.type === 'bool') return { top: top.value, pooling: top.value ? null : kind };
  if (/\binclude_top\s*=\s*False|\b(?:without|no) (?:the )?(?:top|head)\b/i.test(text))
    return { top: false, pooling: kind };
  const applied = call !== null && /^[A-Z]/.test(call.name.slice(call.name.lastIndexOf('.') + 1));
  return { top: applied ? true : null, pooling: null };
}

/** "At 224", "for 96 px images", "on 299 × 299" where that was read as a window. */
function sideSaid(text: string): readonly [number, number] | null {
  const [, alone] =
    text.match(
      /\b(?:at|on|with|for|of|from|size|resolution|input)\s+(\d{1,9})(?:\s*(?:px|pixels?))?(?!\d|\s*[-x×]?\s*(?:\d|classes|labels|categories|outputs|features|channels|units|layers))/i,
    ) ?? [];
  const [, height, width] = text.match(/\b(\d{2,9})\s*[x×]\s*(\d{2,9})\b/i) ?? [];
  if (height !== undefined && width !== undefined) return [Number(height), Number(width)];
  const side = Number(alone ?? Number.NaN);
  return side >= smallestSide ? [side, side] : null;
}

const smallestSide = 4;

function sidesOf({ read }: Candidate): readonly [number, number] | null {
  return read.values === null ? imageSides(read.shape) : null;
}

/** Height and width of an image's shape, in either layout, with or without a batch; null for any other shape. */
export function imageSides(shape: Shape): readonly [number, number] | null {
  const unbatched = shape.length === 4 ? shape.slice(1) : shape;
  const [first, second, third] = unbatched;
  const sides =
    unbatched.length === 2 || third === 3 || third === 1
      ? [first, second]
      : first === 3 || first === 1
        ? [second, third]
        : [];
  const [height, width] = sides;
  return height && width ? [height, width] : null;
}
