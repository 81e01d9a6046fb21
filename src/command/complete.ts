import { layers, nearestLayers } from '../frameworks/index.ts';
import { topicIds } from '../question/index.ts';
import type { Completion } from './description.ts';

/** One offer of an autocomplete list. */
export interface Choice {
  readonly name: string;
  readonly value: string;
}

const mostChoices = 25;

/** Names worth offering before anything is typed: the layers that courses ask about most. */
const firstLayers = [
  'AveragePooling2D',
  'MaxPooling2D',
  'GlobalAveragePooling2D',
  'GlobalMaxPooling2D',
  'AvgPool2d',
  'MaxPool2d',
  'AdaptiveAvgPool2d',
];

/** At most 25 choices for what was typed so far: exact first, then beginnings, then names that hold it, then typos. */
export function completeValue(
  completion: Completion,
  typed: string,
  commands: readonly string[],
): readonly Choice[] {
  const names = candidates(completion, commands);
  const key = typed.trim().toLowerCase();
  const ranked =
    key === ''
      ? names
      : [
          ...rank(names, key),
          ...(completion === 'layer' ? nearestLayers(key, 5).map(({ name }) => name) : []),
        ];
  return [...new Set(ranked)].slice(0, mostChoices).map((name) => ({ name, value: name }));
}

function candidates(completion: Completion, commands: readonly string[]): readonly string[] {
  switch (completion) {
    case 'layer':
      return [...firstLayers, ...layers.flatMap(({ name, aliases }) => [name, ...aliases])];
    case 'topic':
      return topicIds;
    case 'command':
      return commands;
  }
}

function rank(names: readonly string[], key: string): readonly string[] {
  const lower = (name: string) => name.toLowerCase();
  return [
    ...names.filter((name) => lower(name) === key),
    ...names.filter((name) => lower(name).startsWith(key)),
    ...names.filter((name) => lower(name).includes(key)),
  ];
}
