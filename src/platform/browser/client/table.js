// @ts-check
/** @import { Table } from '../../../reply/index.ts' */
import { element } from './element.js';
import { inlineNodes, plain } from './inline.js';
import { scrolling } from './scrolling.js';

/**
 * A table; where its first column has no head, that column names the rows.
 * @param {Table} table
 * @param {string | null} caption
 */
export function tableBlock({ header, rows, align }, caption) {
  const namesRows = plain(header[0] ?? '').trim() === '';
  const side = (/** @type {number} */ column) => (align[column] === 'right' ? 'right' : null);
  const headless = header.every((cell) => plain(cell).trim() === '');
  const head = header.map((cell, at) =>
    plain(cell).trim() === ''
      ? element('td')
      : element('th', { scope: 'col', class: side(at) }, ...inlineNodes(cell)),
  );
  const body = rows.map((row) =>
    element(
      'tr',
      {},
      ...row.map((cell, at) =>
        at === 0 && namesRows
          ? element('th', { scope: 'row' }, ...inlineNodes(cell))
          : element('td', { class: side(at) }, ...inlineNodes(cell)),
      ),
    ),
  );
  return scrolling(
    caption ?? 'Table',
    'table',
    element(
      'table',
      {},
      caption === null ? null : element('caption', {}, caption),
      headless ? null : element('thead', {}, element('tr', {}, ...head)),
      element('tbody', {}, ...body),
    ),
  );
}
