// @ts-check
import { element } from './element.js';

/** Something wider than the page scrolls by itself, and only then is a stop of the Tab key. */
const watcher = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    const scrolls = target.scrollWidth > target.clientWidth + 1;
    if (scrolls) target.setAttribute('tabindex', '0');
    else target.removeAttribute('tabindex');
  }
});

/**
 * @param {string} name what a screen reader calls it
 * @param {string} look its class
 * @param {HTMLElement} content
 */
export function scrolling(name, look, content) {
  const box = element('div', { class: `scrolling ${look}`, role: 'group', 'aria-label': name }, content);
  watcher.observe(box);
  return box;
}
