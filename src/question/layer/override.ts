import { type FrameworkId, findLayers, type Layer } from '../../frameworks/index.ts';
import type { LayerCall } from '../question.ts';
import type { Request } from '../request.ts';
import { scan } from '../words/scan.ts';
import { chooseLayer } from './choose.ts';
import { findHeads } from './head.ts';
import { retarget, translateCall, withArguments } from './retarget.ts';
import { typedSettings } from './typed.ts';

/** What typed options and buttons make of the layers that a text names. */
export function overrideCalls(
  calls: readonly LayerCall[],
  request: Request,
  framework: FrameworkId | null,
  rank: 1 | 2 | 3,
): readonly LayerCall[] {
  const { set } = request;
  const layer = set?.layer === undefined ? undefined : (typedLayer(set.layer, framework, rank) ?? undefined);
  const chosen =
    layer === undefined
      ? calls
      : [calls[0] === undefined ? fresh(layer) : retarget(calls[0], layer, rank), ...calls.slice(1)];
  const typed = typedSettings(set?.arguments ?? {});
  return chosen.map((call) => {
    const own =
      request.framework === undefined || framework === null ? call : translateCall(call, framework, rank);
    return typed.length === 0 ? own : withArguments(own, typed, rank);
  });
}

/** A layer typed into an option: a class in any framework's spelling, or plain English; null for neither. */
export function typedLayer(written: string, framework: FrameworkId | null, rank: 1 | 2 | 3): Layer | null {
  const named = framework === null ? [] : findLayers(written, framework);
  const [layer] = named.length > 0 ? named : findLayers(written);
  if (layer !== undefined) return layer;
  const [head] = findHeads(scan(written), () => true);
  return head === undefined || head.reduce === null
    ? null
    : chooseLayer(head, head.rank ?? rank, [], framework);
}

function fresh(layer: LayerCall['layer']): LayerCall {
  return { layer, given: [], written: 'name', applied: [], span: null };
}
