// @ts-check
/** @import { Welcome } from '../wire.ts' */
import { byId, element } from './element.js';
import { say } from './said.js';

/**
 * Files to go with the next question: picked, dropped anywhere on the page, or pasted.
 * @param {Welcome['limits']} limits
 */
export function createFiles(limits) {
  const list = byId('files', HTMLUListElement);
  const picker = byId('picker', HTMLInputElement);
  /** @type {File[]} */
  let held = [];

  const show = () => {
    list.hidden = held.length === 0;
    list.replaceChildren(...held.map(chip));
  };

  /** @param {File} file */
  const chip = (file) => {
    const drop = () => {
      held = held.filter((other) => other !== file);
      show();
      byId('question', HTMLTextAreaElement).focus();
    };
    const remove = element('button', { type: 'button', class: 'quiet', click: drop }, 'Remove');
    remove.setAttribute('aria-label', `Remove ${file.name}`);
    return element('li', {}, `${file.name} (${readableSize(file.size)}) `, remove);
  };

  /** @param {Iterable<File>} files */
  const add = (files) => {
    for (const file of files) {
      const together = held.reduce((sum, { size }) => sum + size, file.size);
      if (held.length === limits.files) say(`No more than ${limits.files} files go with a question.`);
      else if (file.size > limits.fileBytes) refuse(file, limits.fileBytes);
      else if (together > limits.requestBytes) refuse(file, limits.requestBytes);
      else held.push(file);
    }
    show();
  };

  /**
   * @param {File} file
   * @param {number} most
   */
  const refuse = (file, most) => {
    const reason = `${file.name} is too large: ${readableSize(most)} at most.`;
    say(reason);
    list.before(note(reason));
  };

  byId('attach', HTMLButtonElement).addEventListener('click', () => picker.click());
  picker.addEventListener('change', () => {
    add(picker.files ?? []);
    picker.value = '';
  });
  document.addEventListener('dragover', (event) => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  });
  document.addEventListener('drop', (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    add(event.dataTransfer.files);
    byId('question', HTMLTextAreaElement).focus();
  });
  byId('question', HTMLTextAreaElement).addEventListener('paste', (event) => {
    if (event.clipboardData && event.clipboardData.files.length > 0) add(event.clipboardData.files);
  });

  return {
    /** The files, which are then no longer held. */
    take: () => {
      const taken = held;
      held = [];
      show();
      return taken;
    },
    /** @param {readonly File[]} files */
    put: (files) => {
      held = [...files];
      show();
    },
  };
}

/** @param {string} text */
function note(text) {
  const line = element('p', { class: 'notice warning' }, `${text} `);
  line.append(element('button', { type: 'button', class: 'quiet', click: () => line.remove() }, 'Dismiss'));
  return line;
}

/** @param {number} bytes */
export function readableSize(bytes) {
  if (bytes < 1024) return `${bytes} bytes`;
  const kilo = bytes / 1024;
  return kilo < 1024 ? `${Math.ceil(kilo)} KiB` : `${Math.ceil(kilo / 1024)} MiB`;
}
