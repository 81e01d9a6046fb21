import { type FrameworkId, findLayers } from '../../frameworks/index.ts';
import type { LayerCall } from '../question.ts';
import type { Request } from '../request.ts';
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
  const named = set?.layer === undefined ? [] : findLayers(set.layer, request.framework);
  const [layer] = named.length > 0 || set?.layer === undefined ? named : findLayers(set.layer);
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

function fresh(layer: LayerCall['layer']): LayerCall {
  return { layer, given: [], written: 'name', applied: [], span: null };
}
