import { StoreUnavailable } from '../faq/index.ts';
import { layers, nearestLayers } from '../frameworks/index.ts';
import { topicIds } from '../question/index.ts';
import type { Completion } from './description.ts';
import type { Services } from './services.ts';

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

/** What there is to offer from. */
interface Offer {
  readonly commands: readonly string[];
  readonly community: string | null;
  readonly services: Services;
}

/**
 * At most 25 choices for what was typed so far: exact first, then beginnings, then names that hold it, then typos.
 * None from the FAQ while its store is away.
 */
export async function completeValue(
  completion: Completion,
  typed: string,
  { commands, community, services }: Offer,
): Promise<readonly Choice[]> {
  switch (completion) {
    case 'layer':
      return ranked(layerNames, typed, nearestLayers);
    case 'topic':
      return ranked(topicIds, typed);
    case 'command':
      return ranked(commands, typed);
    case 'faq-entry':
      if (community === null) return [];
      return unlessAway(() => services.faq.complete(community, typed, mostChoices));
    case 'faq-group':
      if (community === null) return [];
      return unlessAway(async () => {
        const groups = await services.faq.list(community);
        return ranked(
          groups.flatMap(({ group }) => group ?? []),
          typed,
        );
      });
  }
}

const layerNames = [...firstLayers, ...layers.flatMap(({ name, aliases }) => [name, ...aliases])];

type Nearest = (typed: string, limit: number) => readonly { readonly name: string }[];

function ranked(names: readonly string[], typed: string, nearest: Nearest = () => []): readonly Choice[] {
  const key = typed.trim().toLowerCase();
  const best = key === '' ? names : [...rank(names, key), ...nearest(key, 5).map(({ name }) => name)];
  return [...new Set(best)].slice(0, mostChoices).map((name) => ({ name, value: name }));
}

async function unlessAway(choices: () => Promise<readonly Choice[]>): Promise<readonly Choice[]> {
  try {
    return await choices();
  } catch (error) {
    if (error instanceof StoreUnavailable) return [];
    throw error;
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
