import type { Shape } from '../../pooling/index.ts';

/** A shape in a sentence: crossed (14x14x64) or as a tuple ((None, 14, 14, 64)). */
export interface StatedShape {
  readonly shape: Shape;
  readonly start: number;
  readonly end: number;
  /** Crossed as people say it, height first; a tuple has the framework's own order. */
  readonly crossed: boolean;
  /** What goes in, what is said to come out, or nothing that tells. */
  readonly role: 'input' | 'output' | null;
}

const size = String.raw`(?:\d+|None|none|null|\?|batch(?:_size| size)?|[NBn]|-1)`;
const crossed = String.raw`${size}(?:\s?[x×✕*X]\s?(?:\d+|None|\?))+`;
const tuple = String.raw`(?:torch\.Size\()?[([]\s?${size}(?:\s?,\s?${size})+\s?,?\s?[)\]]\)?|\(\s?\d+\s?,\s?\)`;
const shapePattern = new RegExp(String.raw`(?<![\w.])(?:${tuple}|${crossed})(?![\w]|\.\d)`, 'g');

/** Words in front of a size that say it is a window, a stride or padding. */
const settingBefore =
  /(?:stride[sd]?|kernel(?:_size| size)?|window(?: size)?|pool(?:_size| size|ing window)?|filter(?: size)?|padding|pad|dilation|blocks?|regions?|patch(?:es)?|cells?)\s*(?:of|=|is|:|size|by)?\s*(?:an? )?$/i;
const settingBehind =
  /^\s*(?:(?:max|average|avg|mean|min|local)?[\s-]*(?:pool(?:ing|s)?\b(?! layer on)|window|kernel|filter|blocks?|regions?|patch|neighbou?rhood|conv|stride|cells? (?:block|window)))/i;
const filler = String.raw`(?:(?:an?|the|exactly|now|simply|just|only|also|then|still|again|outputs?|shapes?|sizes?|feature|maps?|tensors?|of|volumes?|dimensions?|it|you|me|us|with|new|final|resulting|spatial|be|equal|not|smaller|single|input|images?|array|shape|size|height and width|resolution|activation|which is|to be|as|batch)\s+|shape=|size=)*[:=]?\s*\(?`;
const stating = new RegExp(
  String.raw`(?:\b(?:gives?|gave|given as|outputs?|returns?|produces?|yields?|becomes?|became|equals?|is|are|was|be|get|gets|got|obtain|has|have|makes?|results? in|leads? to|leaves?|to|into|comes out as|reads)|=|→|->|=>|:)\s*${filler}$`,
  'i',
);
const giving = new RegExp(
  String.raw`(?:\b(?:on|for|of|from|with|input|given|over|takes?|turns?|maps?|reduces?|shrinks?|converts?|downsamples?|transforms?|halves|applied to|apply it to|appl(?:y|ied|ying) \w+ to|fed?|sees|receives|gets? as input|after|expects?|input (?:is|shape is|size is|of shape|shape|size)|inputs?:|in))\s*${filler}$|^\s*(?:an?|the|our|my|each|this)?\s*$`,
  'i',
);
const feeding =
  /(?:appl(?:y|ied|ying)|feed(?:ing)?|fed)\b[^.]{0,60}\bto\s+(?:an?|the)?\s*(?:input|image|tensor|map|feature map)?(?: of)?(?: (?:shape|size))?\s*$/i;
const inputNoun = /^\s*(?:pixels?\s*)?(?:inputs?|images?|pictures?|photos?)\b/i;
const outputNoun =
  /(?:\boutputs?\b|\bresult)\s*(?:of|has|with|shape|size|is|:|tensor|map|feature|a|the|\s)*$/i;
const inputWord = /\binputs?\s*(?:of|with|shape|size|is|:|tensor|image|map|feature|a|the|\s)*[:=]?\s*\(?$/i;

/** The shapes that stand in a sentence; windows, strides and what stands in the brackets of a call are none. */
export function shapesIn(sentence: string): readonly StatedShape[] {
  const found: StatedShape[] = [];
  for (const match of sentence.matchAll(shapePattern)) {
    const start = match.index;
    const end = start + match[0].length;
    const before = sentence.slice(Math.max(0, start - 90), start);
    const behind = sentence.slice(end, end + 40);
    if (settingBefore.test(before) || settingBehind.test(behind) || isArgument(sentence, start)) continue;
    const shape = [...match[0].matchAll(new RegExp(size, 'g'))].map(([written]) => {
      const value = Number(written);
      return Number.isNaN(value) || value < 0 ? null : value;
    });
    found.push({ shape, start, end, crossed: !/^[a-z([]/.test(match[0]), role: roleOf(before, behind) });
  }
  return found;
}

function roleOf(before: string, behind: string): StatedShape['role'] {
  if (inputWord.test(before) || feeding.test(before)) return 'input';
  const noun = inputNoun.test(behind);
  if (
    noun &&
    !/(?:gives?|outputs?|returns?|becomes?|into|produces?|yields?)\s+(?:an?|the)?\s*$/i.test(before)
  )
    return 'input';
  if (outputNoun.test(before) || (/^\s*$/.test(before) && /^\s*for\b/i.test(behind))) return 'output';
  if (giving.test(before) && !stating.test(before)) return 'input';
  if (stating.test(before)) {
    const [last] =
      before.match(
        /\b(?:on|for|of|from|with|over|takes?|turns?|applied to)\b(?!.*(?:→|->|=|\b(?:gives?|outputs?|returns?|produces?|yields?|becomes?|equals?|is|are|be|get|to|into|in)\b))/i,
      ) ?? [];
    return last && !/\b(?:of)\b/i.test(last) ? 'input' : 'output';
  }
  return giving.test(before) ? 'input' : null;
}

/** Inside the brackets of a call: `MaxPooling2D(pool_size=(2, 2))`. */
function isArgument(sentence: string, start: number): boolean {
  let depth = 0;
  for (let at = start - 1; at >= 0; at -= 1) {
    if (sentence[at] === ')') depth += 1;
    if (sentence[at] !== '(') continue;
    if (depth > 0) depth -= 1;
    else return /\w$/.test(sentence.slice(0, at)) || isArgument(sentence, at);
  }
  return false;
}

/** As it reads back as the same shape: crossed where people said it so, height first. */
export const written = (shape: Shape, crossed: boolean): string =>
  crossed && shape.length > 1 ? shape.map((one) => one ?? 'None').join('x') : tupleOf(shape);

export const tupleOf = (shape: Shape): string =>
  `(${shape.map((one) => one ?? 'None').join(', ')}${shape.length === 1 ? ',' : ''})`;
