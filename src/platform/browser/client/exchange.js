// @ts-check
/** @import { Form } from '../../../reply/index.ts' */
/** @import { Asked, Outcome, ShownButton } from '../wire.ts' */
import { answerElement } from './answer.js';
import { questionParts } from './code.js';
import { element } from './element.js';
import { openFaces } from './faces.js';
import { fillForm } from './forms.js';
import { plain } from './inline.js';
import { say } from './said.js';
import { forget, Unanswered } from './server.js';

/**
 * @typedef {object} Surroundings
 * @property {number} number counts the questions of the chat
 * @property {(asked: Asked, files: readonly File[], replaces: string | null) => Promise<Outcome>} send
 * @property {(exchange: Exchange) => void} edit
 * @property {(exchange: Exchange) => void} remove
 */

/**
 * @typedef {object} Exchange
 * @property {HTMLElement} item
 * @property {() => { text: string, files: readonly File[] }} draft the question, to be edited
 * @property {(asked: Asked, text: string, files: readonly File[]) => Promise<void>} ask
 * @property {() => void} leave gives its answer up
 */

/**
 * A question and its answer. Asked again, the new answer comes in the place of the old one.
 * @param {Surroundings} surroundings
 * @returns {Exchange}
 */
export function createExchange({ number, send, edit, remove }) {
  const title = element('h2', { class: 'unseen', id: `question-${number}` }, `Question ${number}`);
  const question = element('div', { class: 'question' });
  const place = element('div', { class: 'place' });
  const item = element('li', {}, element('article', { 'aria-labelledby': title.id }, title, question, place));
  /** @type {string | null} */
  let answer = null;
  let text = '';
  /** @type {readonly File[]} */
  let files = [];
  let turn = 0;

  const showQuestion = () => {
    const tool = (/** @type {string} */ label, /** @type {() => void} */ does) =>
      element(
        'button',
        { type: 'button', class: 'quiet', 'aria-label': `${label} question ${number}`, click: does },
        label,
      );
    question.replaceChildren(
      element(
        'div',
        { class: 'bubble' },
        ...questionParts(text),
        ...files.map(({ name }) => element('p', { class: 'file' }, name)),
      ),
      element(
        'div',
        { class: 'tools' },
        tool('Edit', () => edit(exchange)),
        link(),
        tool('Delete', () => remove(exchange)),
      ),
    );
  };

  const link = () => {
    const href = `/?q=${encodeURIComponent(text)}`;
    const copy = (/** @type {Event} */ event) => {
      if (!navigator.clipboard) return;
      event.preventDefault();
      navigator.clipboard.writeText(new URL(href, location.origin).href).then(
        () => say('The link is copied.'),
        () => say('The link could not be copied.'),
      );
    };
    const attributes = { href, class: 'quiet', 'aria-label': `Link to question ${number}`, click: copy };
    return element('a', attributes, 'Link');
  };

  /**
   * @param {Asked} asked
   * @param {boolean} moves whether the reader comes along: they pressed something in the old answer
   */
  const settle = async (asked, moves) => {
    const mine = ++turn;
    place.setAttribute('aria-busy', 'true');
    try {
      const outcome = await send(asked, files, answer);
      if (mine === turn) await show(outcome, moves);
      else if (outcome.kind === 'answer') forget(outcome.id);
    } catch (error) {
      if (!(error instanceof Unanswered)) throw error;
      if (mine === turn) showTrouble(error.message, () => void settle(asked, moves));
    } finally {
      if (mine === turn) place.removeAttribute('aria-busy');
    }
  };

  /**
   * @param {Outcome} outcome
   * @param {boolean} moves
   */
  const show = async (outcome, moves) => {
    switch (outcome.kind) {
      case 'answer': {
        answer = outcome.id;
        const shown = answerElement(outcome, `Answer to question ${number}`, {
          press,
          showFaces: () => void openFaces(outcome.id).catch(tell),
        });
        place.replaceChildren(shown);
        say(`Answer: ${[outcome.title, outcome.understood ?? ''].map(plain).join('. ')}`);
        if (moves) shown.focus({ preventScroll: true });
        return;
      }
      case 'form':
        if (answer === null) showForm(outcome);
        return await fill(outcome);
      case 'deleted':
        answer = null;
        place.replaceChildren(element('p', { class: 'small', tabindex: '-1' }, 'The answer is deleted.'));
        if (place.firstElementChild instanceof HTMLElement) place.firstElementChild.focus();
    }
  };

  /** @param {ShownButton} button */
  const press = (button) => {
    void settle({ kind: 'press', button: button.id }, true);
  };

  /** @param {Form} form */
  const fill = async (form) => {
    const filled = await fillForm(form);
    if (filled) await settle({ kind: 'command', ...filled }, true);
  };

  /** @param {Form} form */
  const showForm = (form) => {
    place.replaceChildren(
      element(
        'p',
        { class: 'small' },
        'This takes a form. ',
        element('button', { type: 'button', click: () => void fill(form) }, form.title),
      ),
    );
  };

  /**
   * @param {string} words
   * @param {() => void} again
   */
  const showTrouble = (words, again) => {
    say(words);
    place.replaceChildren(
      element(
        'p',
        { class: 'notice error' },
        `${words} `,
        element('button', { type: 'button', click: again }, 'Try again'),
      ),
    );
  };

  const tell = (/** @type {unknown} */ error) =>
    say(error instanceof Unanswered ? error.message : String(error));

  /** @type {Exchange} */
  const exchange = {
    item,
    draft: () => ({ text, files }),
    ask: async (asked, newText, newFiles) => {
      text = newText;
      files = newFiles;
      showQuestion();
      place.replaceChildren(element('p', { class: 'waiting' }, 'Computing …'));
      await settle(asked, false);
    },
    leave: () => {
      turn++;
      if (answer !== null) forget(answer);
    },
  };
  return exchange;
}
