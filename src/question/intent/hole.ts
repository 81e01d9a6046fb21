import type { LayerCall, Missing } from '../question.ts';

/** What has to be said before a layer can be computed at all; a call with parentheses is taken at its word. */
export function missingFor(calls: readonly LayerCall[]): Missing | null {
  for (const { layer, given, written } of calls) {
    if (written === 'call') continue;
    const names = new Set(given.map(({ name }) => name));
    const required = layer.parameters.find(
      ({ name, fallback, tensor }) => fallback === undefined && tensor !== true && !names.has(name),
    );
    const usual =
      layer.framework === 'keras' &&
      layer.family.window === 'local' &&
      written === 'words' &&
      !names.has('pool_size');
    if (required?.name === 'output_size') return 'target-size';
    if (required !== undefined || usual) return 'pool-size';
  }
  return null;
}
