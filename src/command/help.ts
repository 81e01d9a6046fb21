import { type Block, code, type Message, strong } from '../reply/index.ts';
import type { CommandDescription } from './description.ts';
import type { Platform } from './invocation.ts';
import { nearestName } from './nearest-name.ts';
import { callText, usageLines } from './usage.ts';

const firstQuestion = 'what is the difference between GlobalAveragePooling2D and AveragePooling2D?';

/** Help on all commands, or on the one that was asked for; a misspelt name gets the nearest one. */
export function helpMessage(
  platform: Platform,
  commands: readonly CommandDescription[],
  asked: string | null,
): Message {
  const name =
    asked === null
      ? null
      : nearestName(
          asked.replace(/^\//, ''),
          commands.map((command) => command.name),
        );
  const command = commands.find((candidate) => candidate.name === name);
  return {
    kind: 'message',
    title: command ? callText(platform, command.name) : 'Ask me about pooling layers',
    understood: null,
    blocks: command ? commandBlocks(platform, command) : overviewBlocks(platform, commands),
    assumptions: [],
    actions: [],
    sources: [],
    visibility: 'private',
  };
}

function overviewBlocks(platform: Platform, commands: readonly CommandDescription[]): readonly Block[] {
  return [
    {
      kind: 'text',
      content: [
        'I compute output shapes and values exactly and explain where they come from: Keras, PyTorch, ONNX and more. ',
        'Ask in your own words, or use a command:',
      ],
    },
    {
      kind: 'steps',
      ordered: false,
      items: commands.map(({ name, summary }) => [code(callText(platform, name)), ` ${summary}`]),
    },
    { kind: 'text', content: [strong('Try: '), firstQuestion] },
    {
      kind: 'text',
      content: [
        strong('Or: '),
        code(callText(platform, 'pool', 'AveragePooling2D(2) on 4x4x4')),
        ' or paste your own layer.',
      ],
    },
  ];
}

function commandBlocks(platform: Platform, command: CommandDescription): readonly Block[] {
  return [
    { kind: 'text', content: `${command.summary}.` },
    { kind: 'code', language: 'text', code: usageLines(platform, command).join('\n') },
    { kind: 'text', content: strong('Examples') },
    {
      kind: 'steps',
      ordered: false,
      items: command.examples.map(({ text }) => code(callText(platform, command.name, text))),
    },
  ];
}
