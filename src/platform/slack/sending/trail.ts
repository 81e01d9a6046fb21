import type { types } from '@slack/bolt';
import { slackLimits } from '../../limits.ts';
import type { Rendered } from '../render.ts';

const prefix = 'after:';

/**
 * Notes on the last message of an answer which messages (by `ts`) and files (by id) came before it, so that the
 * buttons can take back all of it. It stands in the `block_id` of the buttons and needs no store.
 */
export function withTrail(rendered: Rendered, trail: readonly string[]): Rendered {
  const last = rendered.blocks.at(-1);
  const id = `${prefix}${trail.join(',')}`;
  if (trail.length === 0 || last?.type !== 'actions' || id.length > slackLimits.id) return rendered;
  const buttons: types.ActionsBlock = { ...last, block_id: id };
  return { ...rendered, blocks: [...rendered.blocks.slice(0, -1), buttons] };
}

export function readTrail(blockId: string): readonly string[] {
  if (!blockId.startsWith(prefix)) return [];
  return blockId.slice(prefix.length).split(',');
}
