// @ts-check
/** @import { ShownCommand, Welcome } from '../wire.ts' */
import { createCompletion } from './completion.js';
import { byId } from './element.js';
import { createFiles } from './files.js';
import { createHistory } from './history.js';
import { offersFor } from './offers.js';
import { say } from './said.js';

/** Where a question comes from that is being edited. @typedef {{ text: string, files: readonly File[] }} Draft */

/**
 * The message box. Enter sends, Shift and Enter begins a new line, the arrow keys bring back what was sent.
 * @param {Welcome['limits']} limits
 * @param {() => readonly ShownCommand[]} commands those that its writer may run
 * @param {(text: string, files: readonly File[]) => void} send
 */
export function createComposer(limits, commands, send) {
  const form = byId('composer', HTMLFormElement);
  const box = byId('question', HTMLTextAreaElement);
  const editing = byId('editing', HTMLParagraphElement);
  const files = createFiles(limits);
  const history = createHistory();
  const completion = createCompletion(box, (before) => offersFor(before, commands()));
  /** @type {((text: string, files: readonly File[]) => void) | null} */
  let change = null;
  box.maxLength = limits.characters;

  const submit = () => {
    const text = box.value.trim() === '' ? '' : box.value.replace(/\s+$/, '');
    const taken = files.take();
    if (text === '' && taken.length === 0) return;
    completion.close();
    history.add(text);
    const deliver = change ?? send;
    leaveEditing();
    fill('');
    deliver(text, taken);
  };

  /** @param {string} text */
  const fill = (text) => {
    box.value = text;
    box.setSelectionRange(text.length, text.length);
  };

  const leaveEditing = () => {
    change = null;
    editing.hidden = true;
  };

  const cancel = () => {
    leaveEditing();
    files.take();
    fill('');
    box.focus();
    say('The question stays as it was.');
  };

  /** @param {KeyboardEvent} event */
  const onKey = (event) => {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    if (completion.takesKey(event)) return event.preventDefault();
    const recalled = recall(event.key);
    if (recalled !== null) fill(recalled);
    else if (event.key === 'Enter' && !event.shiftKey) submit();
    else if (event.key === 'Escape' && change) cancel();
    else return;
    event.preventDefault();
  };

  /**
   * Within several lines the arrow keys move between them; from the first and the last they go on to what was sent.
   * @param {string} key
   */
  const recall = (key) => {
    if (box.selectionStart !== box.selectionEnd) return null;
    if (key === 'ArrowUp' && !box.value.slice(0, box.selectionStart).includes('\n'))
      return history.older(box.value);
    if (key === 'ArrowDown' && !box.value.slice(box.selectionStart).includes('\n')) return history.newer();
    return null;
  };

  box.addEventListener('keydown', onKey);
  editing.querySelector('button')?.addEventListener('click', cancel);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
    box.focus();
  });

  return {
    focus: () => box.focus({ preventScroll: true }),
    /**
     * Takes a question back into the box; what is sent next takes its place.
     * @param {Draft} draft
     * @param {(text: string, files: readonly File[]) => void} changed
     */
    edit: (draft, changed) => {
      change = changed;
      editing.hidden = false;
      files.put(draft.files);
      fill(draft.text);
      box.focus();
      say('Editing a question. Escape leaves it as it was.');
    },
  };
}
