import type { Ruling } from './claim.ts';
import type { Context } from './context.ts';

const stated =
  /^(?:for|with|if|given|taking|using|plugging in) (.+?),? (?:(?:this|that|it|the formula|we|you|which|the output(?: (?:size|height|width))?)\s+)?(?:would )?(?:gives?|gets?|is|yields?|becomes?|equals?|obtain|has|have)(?: an? output(?: size)? of)? (\d+)$/i;
const given = /([nhwikfsp])(?:_\w+)? ?= ?(\d+)/gi;

/** "For n=7, k=3, s=2 this gives 3", behind the formula for sizes without rounding up. */
export function checkPlugged(sentence: string, { formula }: Context): Ruling | null {
  const [, list = '', result] = stated.exec(sentence) ?? [];
  if (result === undefined || (formula !== 'valid' && formula !== 'padded')) return null;
  const values = new Map(
    [...list.matchAll(given)].map(([, name = '', value]) => [name.toLowerCase(), Number(value)]),
  );
  if (list.replace(given, '').replace(/\band\b|[\s,]/gi, '') !== '') return null;
  const [n, k, s, p] = [
    values.get('n') ?? values.get('h') ?? values.get('w') ?? values.get('i'),
    values.get('k') ?? values.get('f'),
    values.get('s'),
    values.get('p') ?? 0,
  ];
  if (n === undefined || k === undefined || s === undefined || s < 1) return null;
  const exact = (n + 2 * p - k) / s + 1;
  const written = `⌊(${n}${p ? ` + 2 · ${p}` : ''} − ${k}) / ${s}⌋ + 1`;
  const value = Math.floor(exact);
  return { right: Number(result) === value, truth: { kind: 'sum', written, value, exact: value } };
}
