import type { Live } from '../faq/index.ts';
import { type Message, plain } from '../reply/index.ts';
import type { Command, LeafCommand, Task } from './command.ts';
import { errorMessage, UserError } from './errors.ts';
import type { Invocation } from './invocation.ts';
import { unmetered } from './meter.ts';
import type { Services } from './services.ts';
import { readTypedText } from './typed-text.ts';

/**
 * The engine for live parts of FAQ entries: `{{pool AveragePooling2D(2) on 4x4x4}}` is what the command `pool` answers.
 * A part is sound when that is an answer for everybody, with nothing left open; that a framework refuses a layer is one.
 */
export function createLive(commands: readonly Command[], services: () => Services): Live {
  const prepare = (name: string, text: string): Task | string => {
    const command = commands.find(({ description }) => description.name === name);
    if (command?.kind !== 'leaf' || !computes(command)) return `there is no command "${name}" that computes.`;
    try {
      const values = readTypedText(text, command.description.options);
      if ('private' in values) return 'an entry is for everybody; leave "private" out.';
      return command.prepare(values, inAnEntry(name, text), { ...services(), meter: unmetered });
    } catch (error) {
      if (error instanceof UserError) return clause(errorMessage(error.problem, 'discord'));
      throw error;
    }
  };
  return {
    check: async ({ command, text }) => {
      const task = prepare(command, text);
      if (typeof task === 'string') return { ok: false, problem: task };
      if (task.kind === 'form') return { ok: false, problem: 'it opens a form.' };
      if (task.visibility === 'public') return { ok: true };
      return { ok: false, problem: clause(await task.work()) };
    },
    compute: async (command, text) => {
      const task = prepare(command, text);
      if (typeof task === 'string' || task.kind === 'form')
        throw new RangeError(`the live part {{${command} ${text}}} was not checked`);
      return task.work();
    },
  };
}

/** What answers questions can do so for the asker alone; help and settings are always private, and compute nothing. */
const computes = ({ description }: LeafCommand): boolean =>
  description.options.some(({ name }) => name === 'private');

/** What an answer comes down to: its title, and the first sentences below it, which say what is wrong. */
function clause({ title, blocks }: Message): string {
  const [first] = blocks.flatMap((block) =>
    block.kind === 'text' || block.kind === 'notice' ? [plain(block.content).trim()] : [],
  );
  return [`${plain(title)}.`, ...(first ? [first] : [])].join(' ');
}

/** Asked by nobody and nowhere, so that no community's settings change what an entry says. */
const inAnEntry = (command: string, text: string): Invocation => ({
  platform: 'discord',
  community: null,
  channel: '',
  user: '',
  staff: false,
  roles: [],
  way: 'command',
  command,
  input: { kind: 'text', text },
  files: [],
  earlier: null,
});
