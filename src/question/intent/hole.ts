import { parameterFor } from '../layer/spell.ts';
import type { LayerCall, Missing } from '../question.ts';

/**
 * The layers that can be computed; where there is none, what has to be said first. A layer that is only spoken of
 * beside complete ones is left out.
 */
export function completeCalls(calls: readonly LayerCall[]): {
  readonly complete: readonly LayerCall[];
  readonly missing: Missing | null;
} {
  const complete = calls.filter((call) => missingOf(call) === null);
  const [first] = calls;
  if (complete.length > 0 || first === undefined) return { complete, missing: null };
  return { complete: calls, missing: missingOf(first) };
}

/** What a layer lacks; a call with parentheses is taken at its word, as its framework would take it. */
function missingOf({ layer, given, written }: LayerCall): Missing | null {
  if (written === 'call') return null;
  const names = new Set(given.map(({ name }) => name));
  const required = layer.parameters.find(
    ({ name, fallback, tensor }) => fallback === undefined && tensor !== true && !names.has(name),
  );
  const window =
    layer.family.window === 'local' &&
    written === 'words' &&
    !names.has(parameterFor(layer, 'window')) &&
    !names.has('global_pooling');
  if (required?.name === 'output_size') return 'target-size';
  return required !== undefined || window ? 'pool-size' : null;
}
