// @ts-check
/** @import { Asked } from '../wire.ts' */
/** @import { Exchange } from './exchange.js' */
import { byId } from './element.js';
import { createExchange } from './exchange.js';
import { say } from './said.js';
import { ask } from './server.js';

/**
 * The questions and answers of this tab, in order.
 * @param {object} surroundings
 * @param {() => boolean} surroundings.isStaff
 * @param {(exchange: Exchange) => void} surroundings.edit
 * @param {() => void} surroundings.emptied
 */
export function createChat({ isStaff, edit, emptied }) {
  const list = byId('chat', HTMLOListElement);
  const welcome = byId('welcome', HTMLElement);
  /** @type {Exchange[]} */
  let exchanges = [];
  let asked = 0;

  const show = () => {
    list.hidden = exchanges.length === 0;
    welcome.hidden = exchanges.length > 0;
  };

  /** @param {Exchange} exchange */
  const remove = (exchange) => {
    exchange.leave();
    exchanges = exchanges.filter((other) => other !== exchange);
    exchange.item.remove();
    show();
    say('The question and its answer are deleted.');
    emptied();
  };

  /** @param {Exchange} exchange */
  const earlier = (exchange) => exchanges[exchanges.indexOf(exchange) - 1]?.draft().text ?? null;

  return {
    /**
     * @param {Asked} what
     * @param {string} text the same as its asker reads it
     * @param {readonly File[]} files
     */
    ask: async (what, text, files) => {
      const exchange = createExchange({
        number: ++asked,
        send: (question, attached, replaces) =>
          ask({ asked: question, staff: isStaff(), earlier: earlier(exchange), replaces }, attached),
        edit,
        remove,
      });
      exchanges.push(exchange);
      list.append(exchange.item);
      show();
      const answered = exchange.ask(what, text, files);
      reveal(exchange.item);
      await answered;
      reveal(exchange.item);
    },
  };
}

/**
 * Shows all of it, or as much from its beginning as there is room for.
 * @param {HTMLElement} item
 */
function reveal(item) {
  const room = window.innerHeight - byId('composer', HTMLFormElement).offsetHeight;
  item.scrollIntoView({ block: item.offsetHeight > room * 0.8 ? 'start' : 'end' });
}
