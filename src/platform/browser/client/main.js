// @ts-check
import { createChat } from './chat.js';
import { createComposer } from './composer.js';
import { byId, element } from './element.js';
import { asTyped, fillCommand } from './forms.js';
import { say } from './said.js';
import { fetchWelcome } from './server.js';

const welcome = await fetchWelcome();

/** Whether somebody tries the bot as one who may edit for the course. */
const isStaff = () =>
  document.querySelector('input[name="role"]:checked')?.getAttribute('value') === 'moderator';

const openCommands = () => welcome.commands.filter(({ staffOnly }) => !staffOnly || isStaff());

const composer = createComposer(
  welcome.limits,
  openCommands,
  (text, files) => void chat.ask({ kind: 'text', text }, text, files),
);
const chat = createChat({
  isStaff,
  edit: (exchange) =>
    composer.edit(exchange.draft(), (text, files) => void exchange.ask({ kind: 'text', text }, text, files)),
  emptied: () => composer.focus(),
});

/** @param {string} text */
const askText = (text) => void chat.ask({ kind: 'text', text }, text, []);

byId('ready', HTMLUListElement).replaceChildren(
  ...welcome.questions.map(({ text, shows }) =>
    element(
      'li',
      {},
      element(
        'button',
        { type: 'button', click: () => askText(text) },
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

const question = new URLSearchParams(location.search).get('q');
if (question?.trim()) askText(question.trim());
// On a touch screen the focus would bring up the keyboard over the questions to try.
if (matchMedia('(pointer: fine)').matches) composer.focus();
