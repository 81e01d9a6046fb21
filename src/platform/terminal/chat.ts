import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { CommandDescription, Dispatcher, Invocation, Task } from '../../command/index.ts';
import { renderText, type Style, terminalStyle, unstyled } from '../text/index.ts';

export interface TerminalChat {
  /** Resolves when the person leaves with Ctrl-D or Ctrl-C. */
  readonly left: Promise<void>;
  readonly stop: () => void;
}

interface Terminal {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  readonly dispatcher: Dispatcher;
  readonly commands: readonly CommandDescription[];
}

/**
 * A chat in the terminal: a question or a /command a line, its answer below. Arrow keys bring back earlier lines, Tab
 * completes commands. Pasted lines that arrive together are one question.
 */
export function startTerminal({ input, output, dispatcher, commands }: Terminal): TerminalChat {
  const names = commands.map(({ name }) => `/${name}`);
  const style = isTerminal(output) ? terminalStyle(output) : unstyled;
  const lines = createInterface({
    input,
    output,
    prompt: '> ',
    historySize: 1000,
    completer: (line: string) => [names.filter((name) => name.startsWith(line)), line],
  });

  const respond = async (text: string) => {
    if (text.trim() !== '')
      output.write(`\n${await answer(dispatcher.prepare(terminalInvocation(text)), style)}\n\n`);
    lines.prompt();
  };

  // Lines that arrive in one tick belong together: somebody pasted a snippet.
  const pasted: string[] = [];
  let turn = Promise.resolve();
  lines.on('line', (line) => {
    if (pasted.push(line) > 1) return;
    setImmediate(() => {
      const text = pasted.splice(0).join('\n');
      turn = turn.then(() => respond(text));
    });
  });

  const left = once(lines, 'close').then(() => turn);
  lines.prompt();
  return { left, stop: () => lines.close() };
}

async function answer(task: Task, style: Style): Promise<string> {
  if (task.kind === 'form')
    return 'This opens a form, which needs a chat platform; give the options in the line instead.';
  return renderText(await task.work(), style);
}

function terminalInvocation(text: string): Invocation {
  const [, command, rest] = /^\s*\/([\w-]+)\s*(.*)$/s.exec(text) ?? [];
  return {
    platform: 'terminal',
    community: 'terminal',
    channel: 'terminal',
    user: 'terminal',
    staff: true,
    roles: [],
    way: command === undefined ? 'direct' : 'command',
    command: command ?? 'ask',
    input: { kind: 'text', text: command === undefined ? text : (rest ?? '') },
    files: [],
    earlier: null,
  };
}

function isTerminal(output: NodeJS.WritableStream): output is NodeJS.WriteStream {
  return 'isTTY' in output && output.isTTY === true;
}
