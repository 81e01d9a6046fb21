import { type CommandDescription, callText } from '../../command/index.ts';
import { browserLimits } from './limits.ts';
import type { ShownCommand, Welcome } from './wire.ts';

const mostQuestions = 6;

/** What the page shows before anybody asks, from the commands themselves. */
export function welcome(commands: readonly CommandDescription[]): Welcome {
  return {
    commands: commands.flatMap((command) => leaves(command)),
    questions: readyQuestions(commands),
    limits: browserLimits,
  };
}

function leaves(command: CommandDescription): readonly ShownCommand[] {
  if (command.subcommands.length === 0) return [command];
  return command.subcommands.map((leaf) => ({ ...leaf, name: `${command.name} ${leaf.name}` }));
}

/** The first example of each command that anybody may run; one to `ask` is plain words, and stands first. */
function readyQuestions(commands: readonly CommandDescription[]): Welcome['questions'] {
  const open = commands.filter(({ staffOnly, examples }) => !staffOnly && (examples[0]?.text ?? '') !== '');
  const asked = open.filter(({ name }) => name === 'ask');
  return [...asked, ...open.filter((command) => !asked.includes(command))]
    .slice(0, mostQuestions)
    .map(({ name, summary, examples }) => {
      const text = examples[0]?.text ?? '';
      return { text: name === 'ask' ? text : callText('browser', name, text), shows: summary };
    });
}
