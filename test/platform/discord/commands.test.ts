import { describe, expect, it } from 'vitest';
import { commands } from '../../../commands/index.ts';
import { commandJson } from '../../../src/platform/discord/index.ts';
import { description } from './lifeguard.ts';
import { commandList } from './schema/command.ts';

const option = {
  name: 'layer',
  type: 'string',
  summary: 'A layer',
  required: false,
  choices: null,
  autocomplete: false,
  maxLength: null,
} as const;

const refusals = (json: object) => {
  const parsed = commandList.safeParse([json]);
  return parsed.success ? [] : parsed.error.issues.map(({ message }) => message);
};

describe('a command', () => {
  it('becomes what Discord registers, required options first', () => {
    const json = commandJson(
      description({
        name: 'pool',
        summary: 'Pool a shape',
        options: [
          { ...option, autocomplete: true },
          { ...option, name: 'padding', choices: ['valid', 'same'] },
          { ...option, name: 'pool_size', type: 'integer' },
          { ...option, name: 'factor', type: 'number' },
          { ...option, name: 'private', type: 'boolean' },
          { ...option, name: 'question', required: true, maxLength: 16_000 },
        ],
      }),
      'global',
    );
    expect(refusals(json)).toEqual([]);
    expect(json).toEqual({
      type: 1,
      name: 'pool',
      description: 'Pool a shape',
      contexts: [0, 1, 2],
      integration_types: [0, 1],
      options: [
        {
          type: 3,
          name: 'question',
          description: 'A layer',
          required: true,
          max_length: 6_000,
          autocomplete: false,
        },
        { type: 3, name: 'layer', description: 'A layer', autocomplete: true },
        {
          type: 3,
          name: 'padding',
          description: 'A layer',
          choices: [
            { name: 'valid', value: 'valid' },
            { name: 'same', value: 'same' },
          ],
        },
        { type: 4, name: 'pool_size', description: 'A layer', autocomplete: false },
        { type: 10, name: 'factor', description: 'A layer', autocomplete: false },
        { type: 5, name: 'private', description: 'A layer' },
      ],
    });
  });

  it('with subcommands has no options of its own', () => {
    const show = description({ name: 'show', options: [option] });
    const json = commandJson(description({ name: 'faq', subcommands: [show] }), 'guild');
    expect(refusals(json)).toEqual([]);
    expect(json.options).toEqual([
      {
        type: 1,
        name: 'show',
        description: 'The command show',
        options: [{ type: 3, name: 'layer', description: 'A layer', autocomplete: false }],
      },
    ]);
  });

  it('for staff is offered in servers alone', () => {
    const json = commandJson(description({ name: 'settings', staffOnly: true }), 'global');
    expect(json).toMatchObject({ contexts: [0], integration_types: [0] });
  });

  it.each([100, 101])('keeps a summary of %i characters within the limit', (length) => {
    const json = commandJson(description({ name: 'pool', summary: 'x'.repeat(length) }), 'global');
    expect(refusals(json)).toEqual([]);
    expect(json.description).toHaveLength(100);
  });
});

it.each(['global', 'guild'] as const)(
  'everything that the bot can do is something Discord registers (%s)',
  (reach) => {
    const parsed = commandList.safeParse(commands.map((command) => commandJson(command.description, reach)));
    expect(parsed.error?.issues ?? []).toEqual([]);
  },
);
