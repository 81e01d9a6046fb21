// @ts-check
/** @import { Offered } from './offers.js' */
import { byId, element } from './element.js';
import { say } from './said.js';

/**
 * The list of suggestions above the message box. Arrow keys choose, Tab or Enter takes, Escape closes; without a
 * choice, Enter sends as ever.
 * @param {HTMLTextAreaElement} box
 * @param {(before: string) => Promise<Offered>} look
 */
export function createCompletion(box, look) {
  const list = byId('offers', HTMLDivElement);
  /** @type {Offered} */
  let offered = { from: 0, offers: [] };
  let chosen = -1;
  let turn = 0;

  const show = () => {
    list.hidden = offered.offers.length === 0;
    list.replaceChildren(
      ...offered.offers.map(({ text, hint }, at) =>
        element(
          'div',
          {
            id: `offer-${at}`,
            role: 'option',
            tabindex: -1,
            'aria-selected': String(at === chosen),
            // The box keeps the focus.
            mousedown: (event) => event.preventDefault(),
            click: () => take(at),
          },
          element('span', { class: 'offer' }, text.trim()),
          hint === '' ? null : element('span', { class: 'hint' }, hint),
        ),
      ),
    );
    if (chosen < 0) box.removeAttribute('aria-activedescendant');
    else box.setAttribute('aria-activedescendant', `offer-${chosen}`);
    list.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  };

  const close = () => {
    turn++;
    offered = { from: 0, offers: [] };
    chosen = -1;
    show();
  };

  const update = async () => {
    const mine = ++turn;
    const caret = box.selectionStart;
    const found = caret === box.selectionEnd ? await look(box.value.slice(0, caret)) : null;
    if (mine !== turn || !found) return;
    const count = found.offers.length;
    if (count > 0 && offered.offers.length !== count)
      say(`${count} ${count === 1 ? 'suggestion' : 'suggestions'}`);
    offered = found;
    chosen = -1;
    show();
  };

  /** @param {number} at */
  const take = (at) => {
    const offer = offered.offers[at];
    if (!offer) return;
    box.setRangeText(offer.text, offered.from, box.selectionStart, 'end');
    box.focus();
    close();
    // After a command come its options, and after an option its values.
    if (offer.text.endsWith('=') || offer.text.endsWith(' ')) void update();
  };

  /** @param {number} step */
  const move = (step) => {
    const count = offered.offers.length;
    chosen = chosen < 0 && step < 0 ? count - 1 : (chosen + step + count) % count;
    show();
  };

  box.addEventListener('input', () => void update());
  box.addEventListener('blur', close);

  return {
    close,
    /**
     * @param {KeyboardEvent} event
     * @returns {boolean} whether the key was meant for the list
     */
    takesKey: ({ key }) => {
      if (offered.offers.length === 0) return false;
      if (key === 'Escape') close();
      else if (key === 'ArrowDown') move(1);
      else if (key === 'ArrowUp') move(-1);
      else if (key === 'Tab') take(Math.max(chosen, 0));
      else if (key === 'Enter' && chosen >= 0) take(chosen);
      else return false;
      return true;
    },
  };
}
