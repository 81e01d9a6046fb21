import { describe, expect, it } from 'vitest';
import { commands } from '../../../commands/index.ts';
import { commandJson } from '../../../src/platform/discord/index.ts';
import { menuJson, menusOf } from '../../../src/platform/discord/menus.ts';
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

describe('at the limits', () => {
  const named = (count: number) =>
    Array.from({ length: count }, (_, n) => ({ ...option, name: `option${n}` }));

  it('25 options are registered, 26 are a mistake in the command', () => {
    const full = description({ name: 'pool', options: named(25) });
    expect(refusals(commandJson(full, 'global'))).toEqual([]);
    const more = description({ name: 'pool', options: named(26) });
    expect(() => commandJson(more, 'global')).toThrow('more than 25 options');
  });

  it('the file that comes with a question counts as an option', () => {
    const file = 'An array';
    const full = commandJson(description({ name: 'ask', file, options: named(24) }), 'global');
    expect(full.options).toHaveLength(25);
    expect(full.options?.at(-1)).toMatchObject({ type: 11, name: 'file', description: file });
    const more = description({ name: 'ask', file, options: named(25) });
    expect(() => commandJson(more, 'global')).toThrow('more than 25 options');
  });

  it.each([
    ['25 choices are listed', Array.from({ length: 25 }, (_, n) => `choice ${n}`), 25],
    ['26 are typed', Array.from({ length: 26 }, (_, n) => `choice ${n}`), undefined],
    ['one of 100 characters is listed', ['x'.repeat(100)], 1],
    ['one of 101 characters is typed', ['x'.repeat(101)], undefined],
  ])('%s', (_, choices, listed) => {
    const json = commandJson(description({ name: 'pool', options: [{ ...option, choices }] }), 'global');
    expect(refusals(json)).toEqual([]);
    const [first] = json.options ?? [];
    expect(first && 'choices' in first ? first.choices?.length : undefined).toBe(listed);
  });

  it.each([6_000, 6_001])('a text of at most %i characters may be typed', (maxLength) => {
    const json = commandJson(description({ name: 'pool', options: [{ ...option, maxLength }] }), 'global');
    expect(refusals(json)).toEqual([]);
    expect(json.options).toMatchObject([{ max_length: 6_000 }]);
  });
});

it.each(['global', 'guild'] as const)(
  'everything that the bot can do is something Discord registers (%s)',
  (reach) => {
    const descriptions = commands.map((command) => command.description);
    const menus = menusOf(descriptions).map((menu) => menuJson(menu, reach));
    const json = [...descriptions.map((command) => commandJson(command, reach)), ...menus];
    expect(commandList.safeParse(json).error?.issues ?? []).toEqual([]);
  },
);
