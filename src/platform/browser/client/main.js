// @ts-check
import { createChat } from './chat.js';
import { createComposer } from './composer.js';
import { byId, element } from './element.js';
import { asTyped, fillCommand } from './forms.js';
import { say } from './said.js';
import { fetchWelcome } from './server.js';

/** Whether somebody tries the bot as one who may edit for the course. */
const isStaff = () =>
  document.querySelector('input[name="role"]:checked')?.getAttribute('value') === 'moderator';

const chat = createChat({
  isStaff,
  edit: (exchange) =>
    composer?.edit(exchange.draft(), (text, files) => void exchange.ask({ kind: 'text', text }, text, files)),
  emptied: () => composer?.focus(),
});

/**
 * @param {string} text
 * @param {readonly File[]} [files]
 */
const ask = (text, files = []) => void chat.ask({ kind: 'text', text }, text, files);

/** @type {ReturnType<typeof createComposer> | null} */
let composer = null;

// The question of a link waits for nothing.
const question = new URLSearchParams(location.search).get('q')?.trim() ?? '';
if (question !== '') ask(question);

const { commands, questions, limits } = await fetchWelcome();
const openCommands = () => commands.filter(({ staffOnly }) => !staffOnly || isStaff());
composer = createComposer(limits, openCommands, ask);

byId('ready', HTMLUListElement).replaceChildren(
  ...questions.map(({ text, shows }) =>
    element(
      'li',
      {},
      element(
        'button',
        { type: 'button', click: () => ask(text) },
        element('span', {}, text),
        element('small', {}, shows),
      ),
    ),
  ),
);

byId('commands', HTMLButtonElement).addEventListener('click', async () => {
  const filled = await fillCommand(openCommands());
  if (filled) await chat.ask({ kind: 'command', ...filled }, asTyped(filled), []);
});

for (const role of document.querySelectorAll('input[name="role"]'))
  role.addEventListener('change', () =>
    say(isStaff() ? 'You ask as a moderator now.' : 'You ask as a student now.'),
  );

// On a touch screen the focus would bring up the keyboard over the questions to try.
if (matchMedia('(pointer: fine)').matches) composer.focus();
