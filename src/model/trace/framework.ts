import { type FrameworkId, findLayers } from '../../frameworks/index.ts';
import { modelLayers } from '../catalogue.ts';
import type { Step } from './trace.ts';

/** The framework that most names of a chain belong to by their exact spelling; null where none says. */
export function frameworkOf(steps: readonly Step[]): FrameworkId | null {
  const votes = new Map<FrameworkId, number>();
  for (const { name } of steps) {
    for (const framework of new Set(frameworksOf(name)))
      votes.set(framework, (votes.get(framework) ?? 0) + 1);
  }
  const [best] = [...votes].toSorted((a, b) => b[1] - a[1]);
  return best?.[0] ?? null;
}

function frameworksOf(name: string): readonly FrameworkId[] {
  const base = name.slice(name.lastIndexOf('.') + 1);
  const fits = (layer: { readonly name: string; readonly aliases: readonly string[] }): boolean =>
    layer.name === base || layer.aliases.includes(base);
  return [...modelLayers, ...findLayers(name)].filter(fits).map(({ framework }) => framework);
}
