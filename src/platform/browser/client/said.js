// @ts-check
import { byId } from './element.js';

/**
 * Tells a screen reader something, without moving to it.
 * @param {string} text
 */
export function say(text) {
  byId('said', HTMLElement).textContent = text;
}
