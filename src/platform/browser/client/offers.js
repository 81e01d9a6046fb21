// @ts-check
/** @import { ShownCommand, ShownOption } from '../wire.ts' */
import { complete } from './server.js';

/** What could stand in the place of what was typed since `from`. @typedef {{ text: string, hint: string }} Offer */
/** @typedef {{ from: number, offers: readonly Offer[] }} Offered */

const most = 8;
const fewestLetters = 3;

/**
 * What may go on from here: a command, one of its options, an option's value, or a layer's name.
 * @param {string} before the text in front of the caret
 * @param {readonly ShownCommand[]} commands
 * @returns {Promise<Offered>}
 */
export async function offersFor(before, commands) {
  const [, typed] = /^\/([\w-]*(?: [\w-]*)?)$/.exec(before) ?? [];
  const named = typed === undefined ? [] : commands.filter(({ name }) => name.startsWith(typed));
  if (named.length > 0)
    return { from: 0, offers: named.map(({ name, summary }) => ({ text: `/${name} `, hint: summary })) };
  const command = commands.find(({ name }) => before.startsWith(`/${name} `));
  const word = /\S*$/.exec(before)?.[0] ?? '';
  const inCommand = command ? await optionOffers(command, word) : [];
  if (inCommand.length > 0) return { from: before.length - word.length, offers: inCommand };
  return await layerOffers(before, commands);
}

/**
 * @param {ShownCommand} command
 * @param {string} word
 * @returns {Promise<readonly Offer[]>}
 */
async function optionOffers(command, word) {
  const [, name, value = ''] = /^([a-z_]+)=(.*)$/.exec(word) ?? [];
  const option = command.options.find((one) => one.name === name);
  if (option)
    return (await values(command, option, value))
      .slice(0, most)
      .map((one) => ({ text: `${option.name}=${quoted(one)} `, hint: '' }));
  return word.length < 2
    ? []
    : command.options
        .filter((one) => one.name !== 'question' && one.name.startsWith(word))
        .map((one) => ({ text: `${one.name}=`, hint: one.summary }));
}

/**
 * @param {ShownCommand} command
 * @param {ShownOption} option
 * @param {string} typed
 * @returns {Promise<readonly string[]>}
 */
async function values(command, { name, type, choices, autocomplete }, typed) {
  if (autocomplete) return (await complete(command.name, name, typed)).map(({ value }) => value);
  const all = type === 'boolean' ? ['true', 'false'] : (choices ?? []);
  return all.filter((choice) => choice.startsWith(typed) && choice !== typed);
}

/** @param {string} value */
export const quoted = (value) =>
  !/[\s()[\]{}"'`]/.test(value) ? value : value.includes('"') ? `'${value}'` : `"${value}"`;

/**
 * Layers that begin as the last word does.
 * @param {string} before
 * @param {readonly ShownCommand[]} commands
 * @returns {Promise<Offered>}
 */
async function layerOffers(before, commands) {
  const [word = ''] = /(?<![\w.])[A-Za-z_]\w*$/.exec(before.replace(/^.*(?:nn|layers|F)\./s, '')) ?? [];
  const from = before.length - word.length;
  const taking = commands.find(({ options }) =>
    options.some((one) => one.name === 'layer' && one.autocomplete),
  );
  if (word.length < fewestLetters || !taking) return { from, offers: [] };
  const key = word.toLowerCase();
  const layers = (await complete(taking.name, 'layer', word))
    .map(({ value }) => value)
    .filter((name) => name.toLowerCase().startsWith(key) && name !== word);
  return { from, offers: layers.slice(0, most).map((text) => ({ text, hint: '' })) };
}
