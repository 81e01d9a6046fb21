import type { SpatialRank } from '../../pooling/index.ts';
import type { Definition } from '../definition.ts';
import type { LayerFamily, Parameter } from '../framework.ts';
import { int, none } from '../literal.ts';
import { localRules } from './local.ts';

const parameters: readonly Parameter[] = [
  { name: 'kernel_size', summary: 'Size of the window: one int for every axis or a tuple with one each.' },
  { name: 'stride', fallback: none, summary: 'Step from window to window; None means kernel_size.' },
  { name: 'padding', fallback: int(0), summary: 'Cells added on both sides; averages count them.' },
];

const families: readonly (readonly [string, LayerFamily])[] = [
  ['MaxPool', { reduce: 'max', window: 'local' }],
  ['AvgPool', { reduce: 'average', window: 'local' }],
];

const ranks: readonly SpatialRank[] = [1, 2, 3];

/** The pooling modules of mlx.nn: channels last, padded cells always counted. */
export const mlxLayers: readonly Definition[] = families.flatMap(([name, family]) =>
  ranks.map((rank) => ({
    layer: {
      framework: 'mlx',
      name: `${name}${rank}d`,
      aliases: [],
      form: 'class',
      rank,
      family,
      parameters,
      callParameters: [{ name: 'x', tensor: true, summary: 'The array to pool, channels last.' }],
      documentation: `https://ml-explore.github.io/mlx/build/html/python/nn/_autosummary/mlx.nn.${name}${rank}d.html`,
      notes: [
        {
          versions: 'MLX',
          text: 'Channels come last, unlike in PyTorch, whose names and arguments it shares.',
        },
        { versions: 'MLX', text: 'There is no ceil_mode, dilation, count_include_pad or global pooling.' },
      ],
    },
    rules: localRules,
  })),
);
