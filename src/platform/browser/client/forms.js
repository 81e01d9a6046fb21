// @ts-check
/** @import { Form } from '../../../reply/index.ts' */
/** @import { ShownCommand } from '../wire.ts' */
import { fieldControl, filledIn, optionControl } from './controls.js';
import { openDialog } from './dialog.js';
import { element } from './element.js';
import { quoted } from './offers.js';

/** A command with its options apart. @typedef {{ command: string, values: Readonly<Record<string, string | number | boolean>> }} Filled */

/**
 * What was written into forms that were closed without sending, by their command and title: opened again, they have it.
 * @type {Map<string, Filled['values']>}
 */
const drafts = new Map();

/**
 * Opens a form that a command replied with.
 * @param {Form} form
 * @returns {Promise<Filled | null>} null when it was closed without sending
 */
export async function fillForm({ title, command, fields, submit }) {
  const key = `${command} ${title}`;
  const draft = drafts.get(key) ?? {};
  const controls = fields.map((field) =>
    fieldControl({ ...field, value: String(draft[field.name] ?? field.value) }),
  );
  const sent = await openDialog({ title, parts: controls.map(({ row }) => row), submit });
  const values = filledIn(controls);
  if (!sent) drafts.set(key, values);
  else drafts.delete(key);
  return sent ? { command, values } : null;
}

/**
 * Lets somebody choose a command and fill in its options.
 * @param {readonly ShownCommand[]} commands
 * @returns {Promise<Filled | null>}
 */
export async function fillCommand(commands) {
  const select = element(
    'select',
    { id: 'command' },
    ...commands.map(({ name }) => element('option', { value: name }, `/${name}`)),
  );
  const about = element('p', { class: 'small' });
  const rows = element('div', { class: 'fields' });
  /** @type {ReturnType<typeof optionControl>[]} */
  let controls = [];
  const show = () => {
    const command = commands[select.selectedIndex];
    if (!command) return;
    about.textContent = command.summary;
    controls = command.options.map((option) => optionControl(option, command));
    rows.replaceChildren(...controls.map(({ row }) => row));
  };
  select.addEventListener('change', show);
  show();
  const first = element(
    'div',
    { class: 'field' },
    element('label', { for: 'command' }, element('strong', {}, 'Command')),
    select,
  );
  const sent = await openDialog({ title: 'Commands', parts: [first, about, rows], submit: 'Send' });
  return sent ? { command: select.value, values: filledIn(controls) } : null;
}

/**
 * The same as somebody would have typed it.
 * @param {Filled} filled
 */
export function asTyped({ command, values }) {
  const { question, ...others } = values;
  const options = Object.entries(others).map(([name, value]) => `${name}=${quoted(String(value))}`);
  return [`/${command}`, ...(question === undefined ? [] : [String(question)]), ...options].join(' ');
}
