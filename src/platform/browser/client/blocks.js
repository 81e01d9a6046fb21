// @ts-check
/** @import { ShownBlock, ShownPicture } from '../wire.ts' */
import { codeBlock } from './code.js';
import { element } from './element.js';
import { inlineNodes } from './inline.js';
import { tableBlock } from './table.js';

const leads = { info: null, warning: 'Warning: ', error: 'Error: ' };

/**
 * @param {ShownBlock} block
 * @returns {HTMLElement}
 */
export function blockElement(block) {
  switch (block.kind) {
    case 'text':
      return element('p', {}, ...inlineNodes(block.content));
    case 'heading':
      return element('h4', {}, block.text);
    case 'steps':
      return element(
        block.ordered ? 'ol' : 'ul',
        { class: 'steps' },
        ...block.items.map((item) => element('li', {}, ...inlineNodes(item))),
      );
    case 'table':
      return tableBlock(block.table, block.caption);
    case 'code':
      return codeBlock(block.code, block.language);
    case 'picture':
      return picture(block);
    case 'notice': {
      const lead = leads[block.tone];
      return element(
        'p',
        { class: `notice ${block.tone}` },
        lead === null ? null : element('strong', {}, lead),
        ...inlineNodes(block.content),
      );
    }
  }
}

/** @param {ShownPicture} block */
function picture({ alt, drawn }) {
  if (drawn === null)
    return element('p', { class: 'notice info' }, `Picture (it could not be drawn): ${alt}`);
  const { href, width, height } = drawn;
  return element('img', {
    class: 'picture',
    src: href,
    alt,
    width: Math.round(width),
    height: Math.round(height),
  });
}
