import { type Gaps, gapKeeping } from './gaps.ts';
import type { FaqParts, House } from './house.ts';
import { type Reading, reading } from './read.ts';
import { createFreshIndex } from './search/fresh-index.ts';
import { type Stats, statistics } from './stats.ts';
import { type Transfer, transfer } from './transfer/transfer.ts';
import { type Editing, editing } from './write.ts';

/**
 * The answers that staff keep, for every community its own: each operation names the community and reaches nothing
 * outside it. While the database is away every one throws `StoreUnavailable`.
 */
export interface Faq extends Reading, Editing, Transfer {
  readonly gaps: Gaps;
  readonly stats: (community: string) => Promise<Stats>;
}

export function createFaq(parts: FaqParts): Faq {
  const house: House = { now: () => new Date(), ...parts, index: createFreshIndex(parts.store) };
  return {
    ...reading(house),
    ...editing(house),
    ...transfer(house),
    gaps: gapKeeping(house),
    stats: statistics(house),
  };
}
