import { numberOf } from '../words/number.ts';
import { stemOf } from '../words/stem.ts';
import type { Token } from '../words/token.ts';
import { axisOf } from './axes.ts';
import { axesOf } from './listed.ts';
import { type Size, sizeAt } from './size.ts';
import type { WrittenShape } from './written.ts';

/** Sizes with a sign between them: `7x7x1024`, `28*28*3`, `8 by 8`, `4 (height) x 4 (width)`, `512@2x7x7`. */
export function crossedAt(tokens: readonly Token[], at: number): WrittenShape | null {
  const maps = mapsBefore(tokens, at);
  const first = maps === null ? operand(tokens, at) : operand(tokens, maps.to);
  if (first === null) return null;
  const sizes: Size[] = maps === null ? [first] : [{ ...maps, axis: 'channels' }, first];
  let next = first.to;
  while (isCross(tokens[next], tokens[next + 1])) {
    const size = operand(tokens, next + 1);
    if (size === null) break;
    sizes.push(size);
    next = size.to;
  }
  const last = sizes.at(-1);
  const word = tokens[next];
  const axis = word?.kind === 'word' && word.word.length > 2 ? axisOf(word.stem) : null;
  if (last?.axis === null && axis !== null && sizes.slice(0, -1).every((size) => size.axis !== null)) {
    sizes[sizes.length - 1] = { ...last, axis };
    next += 1;
  }
  if (sizes.length < 2 || sizes.every((size) => size.size === null)) return null;
  return {
    shape: sizes.map((size) => size.size),
    axes: maps === null ? axesOf(sizes) : axesOf(namedMaps(sizes)),
    notation: 'crossed',
    problem: sizes.find((size) => size.problem !== null)?.problem ?? null,
    from: at,
    to: next,
  };
}

/** LeNet's own way to write feature maps: `16@10x10`. */
function mapsBefore(tokens: readonly Token[], at: number): Size | null {
  const size = sizeAt(tokens, at);
  return size !== null && size.size !== null && tokens[size.to]?.word === '@'
    ? { ...size, to: size.to + 1 }
    : null;
}

function namedMaps(sizes: readonly Size[]): readonly Size[] {
  const spatial = { 2: ['steps'], 3: ['height', 'width'], 4: ['depth', 'height', 'width'] } as const;
  const names = sizes.length === 2 || sizes.length === 3 || sizes.length === 4 ? spatial[sizes.length] : [];
  return sizes.map((size, index) => ({
    ...size,
    axis: index === 0 ? 'channels' : (names[index - 1] ?? null),
  }));
}

/** A size with a unit or the axis' name written straight after it: `224px`, `4 height`, `3 channels`, `128 mel x`. */
function operand(tokens: readonly Token[], at: number): Size | null {
  const token = tokens[at];
  const counted = token?.kind === 'word' ? numberOf(token) : null;
  const spoken = tokens[at + 1]?.word === 'by' || tokens[at - 1]?.word === 'by';
  if (counted !== null && counted > 1 && spoken)
    return { size: counted, axis: null, problem: null, to: at + 1 };
  if (token === undefined || (token.kind === 'word' && token.word !== 'none' && token.word.length > 1))
    return null;
  const size = sizeAt(tokens, at) ?? symbol(token, at);
  if (size === null) return null;
  const after = tokens[size.to];
  if (after?.word === 'px' || after?.word === 'pixels') return { ...size, to: size.to + 1 };
  const [sign, next] = [tokens[size.to + 1], tokens[size.to + 2]];
  const unit = after?.kind === 'word' && after.word.length > 2 && after.word !== 'none';
  if (!unit || size.axis !== null || !isCross(sign, next)) return size;
  const axis = axisOf(stemOf(after.word));
  return axis === null && next?.kind !== 'number' ? size : { ...size, axis, to: size.to + 1 };
}

/** An axis that is only named: the `C` of `1x1xC`. */
function symbol(token: Token, at: number): Size | null {
  const axis = token.word.length === 1 ? axisOf(token.stem) : null;
  return axis === null ? null : { size: null, axis, problem: null, to: at + 1 };
}

function isCross(sign: Token | undefined, next: Token | undefined): boolean {
  if (sign === undefined || next === undefined) return false;
  return sign.word === 'x' || sign.word === '*' || sign.word === 'by';
}
