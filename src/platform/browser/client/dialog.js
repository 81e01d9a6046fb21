// @ts-check
import { element } from './element.js';

let opened = 0;

/**
 * Opens a dialog over the page; Escape closes it. One that is only looked at is as wide as the page.
 * @param {object} content
 * @param {string} content.title
 * @param {readonly HTMLElement[]} content.parts
 * @param {string | null} content.submit what the button says that sends it; null where there is nothing to send
 * @returns {Promise<boolean>} whether it was sent
 */
export function openDialog({ title, parts, submit }) {
  const id = `dialog-${++opened}`;
  const leave = element(
    'button',
    { type: 'button', class: 'quiet', click: () => dialog.close() },
    submit === null ? 'Close' : 'Cancel',
  );
  const send =
    submit === null ? null : element('button', { type: 'submit', class: 'strong', value: 'sent' }, submit);
  const heading = element('h2', { id }, title);
  const tools = element('div', { class: 'tools' }, leave, send);
  const dialog = element(
    'dialog',
    { 'aria-labelledby': id, class: send ? 'form' : 'wide' },
    element(
      'form',
      { method: 'dialog' },
      ...(send ? [heading, ...parts, tools] : [heading, tools, ...parts]),
    ),
  );
  document.body.append(dialog);
  const over = new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'sent');
    });
  });
  dialog.showModal();
  return over;
}
