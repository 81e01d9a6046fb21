import { commands } from '../commands/index.ts';
import type { CommandDescription, OptionDescription } from '../src/command/index.ts';

/** docs/commands.md: every command with its options and examples, as its definition has them. */
export function commandsPage(): string {
  return [
    '# Commands',
    'Made from the command definitions by `npm run docs`; a test fails when this page is behind them.',
    'On Discord every option is a field of its own. On Slack and in the terminal, type the question as free text and set options as `name=value`; on Slack each command is also `/lifeguard <command> …`. A mention or a direct message is `/ask`.',
    ...commands.flatMap(({ description }) => section(description)),
    '',
  ]
    .join('\n\n')
    .replace(/\n{3,}/g, '\n\n');
}

function section({ name, summary, options, subcommands, examples }: CommandDescription): readonly string[] {
  return [
    `## /${name}`,
    `${summary}.`,
    ...(options.length > 0 ? [optionTable(options)] : []),
    ...subcommands.flatMap((sub) => section({ ...sub, name: `${name} ${sub.name}` })),
    ['Examples:', '', ...examples.map(({ text }) => `- \`/${name}${text === '' ? '' : ` ${text}`}\``)].join(
      '\n',
    ),
  ];
}

function optionTable(options: readonly OptionDescription[]): string {
  const rows = options.map(
    ({ name, summary, type, choices, required }) =>
      `| \`${name}\` | ${choices ? choices.map((choice) => `\`${choice}\``).join(', ') : type} | ${summary}${required ? ' (required)' : ''} |`,
  );
  return ['| option | value | what it does |', '| --- | --- | --- |', ...rows].join('\n');
}
