import { findChain } from '../chain/find.ts';
import { networkAsked } from '../network/read.ts';
import type { Question } from '../question.ts';
import type { Understanding } from '../understand.ts';
import { commonParts } from './common.ts';
import { findRefusal } from './refuse.ts';

/**
 * A published network: "trace resnet50 at 224", "smallest input for InceptionV3", "where does 25088 come from". An
 * image is the network's input and not the pooling layer's, so no layer is applied to it.
 */
export function readNetwork(understanding: Understanding): Question | null {
  const { page, calls, request, asks } = understanding;
  const { prefer } = request;
  if (prefer !== undefined && prefer !== 'trace' && prefer !== 'explain' && prefer !== 'compare') return null;
  const network = networkAsked(understanding);
  if (network === null || asks.has('verify') || page.code.models.length > 0) return null;
  if (findRefusal(understanding)?.reason === 'not-computable') return null;
  const layers = calls.some(
    ({ written, given, layer }) =>
      written === 'call' || (given.length > 0 && !(written === 'words' && layer.family.window === 'global')),
  );
  if (layers || (network.wants === 'layers' && findChain(page).length > 0)) return null;
  const parts = commonParts(understanding, { applied: false, inputs: [], topics: [['architectures', 6]] });
  return { ...parts, kind: 'trace', model: [], entries: [], others: [], mended: [], origin: null, network };
}
