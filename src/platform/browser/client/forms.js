// @ts-check
/** @import { Form } from '../../../reply/index.ts' */
/** @import { ShownCommand } from '../wire.ts' */
import { fieldControl, filledIn, optionControl } from './controls.js';
import { openDialog } from './dialog.js';
import { element } from './element.js';
import { quoted } from './offers.js';

/** A command with its options apart. @typedef {{ command: string, values: Readonly<Record<string, string | number | boolean>> }} Filled */

/**
 * Opens a form that a command replied with.
 * @param {Form} form
 * @returns {Promise<Filled | null>} null when it was closed without sending
 */
export async function fillForm({ title, command, fields, submit }) {
  const controls = fields.map(fieldControl);
  const sent = await openDialog({ title, parts: controls.map(({ row }) => row), submit });
  return sent ? { command, values: filledIn(controls) } : null;
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
