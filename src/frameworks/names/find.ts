import { frameworkOrder, layers } from '../catalogue.ts';
import type { FrameworkId, Layer } from '../framework.ts';
import { frameworksOf } from './prefixes.ts';

interface Named {
  readonly layer: Layer;
  readonly name: string;
}

const named: readonly Named[] = layers.flatMap((layer) =>
  [layer.name, ...layer.aliases].map((name) => ({ layer, name })),
);

const byLowerCase = Map.groupBy(named, ({ name }) => name.toLowerCase());

/**
 * The layers that a name can mean, best first: those spelled with the same capitals (`AvgPool2D` is Keras, `AvgPool2d`
 * PyTorch), then the others, each in the order Keras, PyTorch, ONNX, TensorFlow, others. A module path in front
 * (`tf.keras.layers.`, `F.`) chooses the framework; `framework` does so too. Empty when nothing has that name.
 */
export function findLayers(name: string, framework?: FrameworkId): readonly Layer[] {
  const dot = name.lastIndexOf('.');
  const base = name.slice(dot + 1);
  const fromPath = dot === -1 ? null : frameworksOf(name.slice(0, dot));
  const candidates = byLowerCase.get(base.toLowerCase()) ?? [];

  const preferred = fromPath ?? frameworkOrder;
  const place = ({ layer }: Named) => preferred.indexOf(layer.framework);
  const inPath = candidates.filter((candidate) => place(candidate) !== -1);
  const fitting = (inPath.length > 0 ? inPath : candidates).filter(
    ({ layer }) => framework === undefined || layer.framework === framework,
  );
  const exact = (candidate: Named) => (candidate.name === base ? 0 : 1);
  const sorted = fitting.toSorted((a, b) => exact(a) - exact(b) || place(a) - place(b));
  return [...new Set(sorted.map(({ layer }) => layer))];
}
