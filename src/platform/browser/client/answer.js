// @ts-check
/** @import { ShownAnswer, ShownButton } from '../wire.ts' */
import { blockElement } from './blocks.js';
import { element } from './element.js';
import { inlineNodes, linked } from './inline.js';

/**
 * @typedef {object} AnswerDoes
 * @property {(button: ShownButton) => void} press
 * @property {() => void} showFaces
 */

/**
 * An answer: the result first, then why, then what to do next.
 * @param {ShownAnswer} answer
 * @param {string} name what a screen reader calls it
 * @param {AnswerDoes} does
 */
export function answerElement(answer, name, { press, showFaces }) {
  const { title, understood, blocks, assumptions, buttons, sources, isPrivate } = answer;
  const heading = inlineNodes(title);
  return element(
    'section',
    { class: isPrivate ? 'answer private' : 'answer', 'aria-label': name, tabindex: '-1' },
    isPrivate ? element('p', { class: 'mark' }, 'Only you see this') : null,
    heading.some((node) => node.textContent !== '') ? element('h3', {}, ...heading) : null,
    understood === null ? null : element('p', { class: 'understood' }, ...inlineNodes(understood)),
    ...blocks.map(blockElement),
    assumptions.length === 0
      ? null
      : element(
          'div',
          { class: 'small' },
          ...assumptions.map((one) => element('p', {}, 'Assumed: ', ...inlineNodes(one))),
        ),
    buttons.length === 0
      ? null
      : element(
          'div',
          { class: 'next', role: 'group', 'aria-label': 'What next' },
          ...buttons.map((button) =>
            element('button', { type: 'button', click: () => press(button) }, button.label),
          ),
        ),
    element(
      'div',
      { class: 'foot' },
      sources.length === 0 ? null : sourceList(sources),
      element('button', { type: 'button', class: 'quiet', click: showFaces }, 'On Discord and Slack'),
    ),
  );
}

/** @param {ShownAnswer['sources']} sources */
function sourceList(sources) {
  const links = sources.map(({ label, href }) => linked(href, [document.createTextNode(label)]));
  return element('ul', { 'aria-label': 'Sources' }, ...links.map((link) => element('li', {}, ...link)));
}
