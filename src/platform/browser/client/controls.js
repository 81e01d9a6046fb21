// @ts-check
/** @import { Field } from '../../../reply/index.ts' */
/** @import { ShownCommand, ShownOption } from '../wire.ts' */
import { element } from './element.js';
import { complete } from './server.js';

/** @typedef {string | number | boolean | null} Value null for a field left empty */
/** @typedef {{ name: string, row: HTMLElement, value: () => Value }} Control */

let made = 0;

/**
 * A field of a form.
 * @param {Field} field
 * @returns {Control}
 */
export function fieldControl({ name, label, multiline, required, value, maxLength }) {
  const shared = { maxlength: maxLength, required };
  const box = multiline
    ? element('textarea', { ...shared, rows: 6 }, value)
    : element('input', { ...shared, type: 'text', value, autocomplete: 'off' });
  return { name, row: row(label, '', box), value: () => box.value || null };
}

/**
 * A typed option of a command, with its choices or what completes it.
 * @param {ShownOption} option
 * @param {ShownCommand} command
 * @returns {Control}
 */
export function optionControl(option, command) {
  const { name, summary, type, required, choices, maxLength, autocomplete } = option;
  if (type === 'boolean') {
    const select = selectBox(['yes', 'no'], required);
    const value = () => (select.value === '' ? null : select.value === 'yes');
    return { name, row: row(name, summary, select), value };
  }
  if (choices !== null) {
    const select = selectBox(choices, required);
    return { name, row: row(name, summary, select), value: () => select.value || null };
  }
  if (name === 'question') {
    const box = element('textarea', { rows: 3, required, maxlength: maxLength });
    return { name, row: row(summary, '', box), value: () => box.value || null };
  }
  if (type !== 'string') {
    const input = element('input', { type: 'number', step: type === 'number' ? 'any' : null, required });
    const value = () => (input.value === '' ? null : input.valueAsNumber);
    return { name, row: row(name, summary, input), value };
  }
  const input = element('input', { type: 'text', required, maxlength: maxLength, autocomplete: 'off' });
  const whole = row(name, summary, input);
  if (autocomplete) whole.append(suggestions(input, command.name, name));
  return { name, row: whole, value: () => input.value || null };
}

/**
 * What was filled in; fields left empty are left out.
 * @param {readonly Control[]} controls
 * @returns {Readonly<Record<string, string | number | boolean>>}
 */
export function filledIn(controls) {
  /** @type {Record<string, string | number | boolean>} */
  const values = {};
  for (const { name, value } of controls) {
    const given = value();
    if (given !== null) values[name] = given;
  }
  return values;
}

/**
 * @param {readonly string[]} choices
 * @param {boolean} required
 */
function selectBox(choices, required) {
  return element(
    'select',
    { required },
    element('option', { value: '' }, '–'),
    ...choices.map((choice) => element('option', { value: choice }, choice)),
  );
}

/**
 * @param {HTMLInputElement} input
 * @param {string} command
 * @param {string} option
 */
function suggestions(input, command, option) {
  const list = element('datalist', { id: `choices-${++made}` });
  input.setAttribute('list', list.id);
  const update = async () => {
    const choices = await complete(command, option, input.value);
    list.replaceChildren(...choices.map(({ name, value }) => element('option', { value }, name)));
  };
  input.addEventListener('input', () => void update());
  input.addEventListener('focus', () => void update(), { once: true });
  return list;
}

/**
 * @param {string} name
 * @param {string} about
 * @param {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} box
 */
function row(name, about, box) {
  box.id = `field-${++made}`;
  const required = box.required ? element('span', { class: 'small' }, ' (required)') : null;
  const hint = about === '' ? null : element('span', { class: 'small' }, ` ${about}`);
  const label = element('label', { for: box.id }, element('strong', {}, name), required, hint);
  return element('div', { class: 'field' }, label, box);
}
