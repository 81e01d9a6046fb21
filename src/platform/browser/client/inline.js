// @ts-check
/** @import { Inline } from '../../../reply/index.ts' */
import { element } from './element.js';

/**
 * Marked text as nodes.
 * @param {Inline} inline
 * @returns {readonly Node[]}
 */
export function inlineNodes(inline) {
  if (typeof inline === 'string') return [document.createTextNode(inline)];
  if (!('mark' in inline)) return inline.flatMap(inlineNodes);
  switch (inline.mark) {
    case 'code':
      return [element('code', {}, inline.text)];
    case 'strong':
      return [element('strong', {}, ...inlineNodes(inline.content))];
    case 'emphasis':
      return [element('em', {}, ...inlineNodes(inline.content))];
    case 'link':
      return linked(inline.href, inlineNodes(inline.content));
  }
}

/**
 * A link where the address is one of the web; else the words alone.
 * @param {string} href
 * @param {readonly Node[]} words
 * @returns {readonly Node[]}
 */
export function linked(href, words) {
  if (!/^https?:\/\//i.test(href)) return words;
  return [element('a', { href, target: '_blank', rel: 'noopener noreferrer' }, ...words)];
}

/**
 * The words alone.
 * @param {Inline} inline
 * @returns {string}
 */
export function plain(inline) {
  if (typeof inline === 'string') return inline;
  if (!('mark' in inline)) return inline.map(plain).join('');
  return inline.mark === 'code' ? inline.text : plain(inline.content);
}
