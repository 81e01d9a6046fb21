// @ts-check
/** @import { Part, Run } from '../faces/face.ts' */
import { element } from './element.js';
import { readableSize } from './files.js';
import { linked } from './inline.js';
import { scrolling } from './scrolling.js';

const tags = /** @type {const} */ ({ strong: 'strong', emphasis: 'em', code: 'code', strike: 's' });

/**
 * A part of a message in a platform's look.
 * @param {Part} part
 * @returns {HTMLElement}
 */
export function drawnPart(part) {
  switch (part.kind) {
    case 'heading':
      return element('p', { class: `heading level-${part.level}` }, ...part.runs.flatMap(drawnRun));
    case 'paragraph':
      return element('p', { class: part.small ? 'subtext' : null }, ...part.runs.flatMap(drawnRun));
    case 'list':
      return element(
        part.ordered ? 'ol' : 'ul',
        part.ordered ? { start: part.start } : {},
        ...part.items.map((item) => element('li', {}, ...item.map(drawnPart))),
      );
    case 'quote':
      return element('blockquote', {}, ...part.parts.map(drawnPart));
    case 'code':
      return scrolling('Text in type of one width', 'block', element('pre', {}, part.text));
    case 'table':
      return drawnTable(part);
    case 'picture':
      return element('img', { src: part.href, alt: part.alt });
    case 'file':
      return element('p', { class: 'file' }, `${part.name} (${readableSize(part.bytes)})`);
    case 'box': {
      const box = element('div', { class: 'box' }, ...part.parts.map(drawnPart));
      box.style.setProperty('--colour', part.colour);
      return box;
    }
    case 'buttons':
      return element(
        'p',
        { class: 'buttons' },
        ...part.labels.map((label) => element('span', { class: 'button' }, label)),
      );
  }
}

/** @param {Extract<Part, { kind: 'table' }>} table */
function drawnTable({ rows, align }) {
  const side = (/** @type {number} */ column) => (align[column] === 'right' ? 'right' : null);
  return scrolling(
    'Table',
    'table',
    element(
      'table',
      {},
      ...rows.map((row) =>
        element(
          'tr',
          {},
          ...row.map((cell, at) => element('td', { class: side(at) }, ...cell.flatMap(drawnRun))),
        ),
      ),
    ),
  );
}

/**
 * @param {Run} run
 * @returns {readonly Node[]}
 */
function drawnRun({ text, marks, href }) {
  /** @type {Node} */
  let node = document.createTextNode(text);
  for (const mark of marks.toReversed()) node = element(tags[mark], {}, node);
  return href === null ? [node] : linked(href, [node]);
}
