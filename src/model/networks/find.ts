import type { FrameworkId } from '../../frameworks/index.ts';
import { modelFramework } from '../catalogue.ts';
import { networks } from './index.ts';
import type { Network } from './network.ts';

const plain = (name: string): string => name.toLowerCase().replaceAll(/[\s_-]+/g, '');

/** Every network under each of its names, spelled plainly. */
const named = Map.groupBy(
  networks.flatMap((network) =>
    [...new Set([network.name, ...network.aliases].map(plain))].map((name) => ({ name, network })),
  ),
  ({ name }) => name,
);

/**
 * The networks that a name means, however it is spelled (`ResNet-50`, `resnet50`): those of the named framework first,
 * then Keras' and PyTorch's. Empty when none has that name.
 */
export function findNetworks(name: string, framework: FrameworkId | null = null): readonly Network[] {
  const home = framework === null ? null : modelFramework(framework);
  const found = (named.get(plain(name)) ?? []).map(({ network }) => network);
  return found.toSorted((a, b) => Number(b.framework === home) - Number(a.framework === home));
}
