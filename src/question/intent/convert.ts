import type { FrameworkId } from '../../frameworks/index.ts';
import type { Understanding } from '../understand.ts';

/** The frameworks that something is to be said in: those named apart from the one that the layer is written in. */
export function convertTargets({ page, asks, calls, request }: Understanding): readonly FrameworkId[] {
  const source = request.framework ?? calls[0]?.call.layer.framework ?? null;
  const named = page.frameworks.map(({ framework }) => (framework === 'tensorflow' ? 'keras' : framework));
  const targets = [...new Set(named)].filter((framework) => framework !== source);
  return asks.has('convert') ? targets : [];
}
