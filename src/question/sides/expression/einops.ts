import type { Layout } from '../../../pooling/index.ts';
import { reduceOf } from './code.ts';
import { windowed } from './windows.ts';

/** `einops.reduce(x, 'b (h 2) (w 2) c -> b h w c', 'max')`, `reduce(x, 'b h w c -> b c', 'mean')`. */
export function readEinops([, pattern = '', name = '', rest = '']: readonly string[]) {
  const [from = '', to = ''] = pattern.split('->').map((half) => half.trim());
  const axes = from.match(/\([^)]*\)|\S+/g) ?? [];
  const kept: readonly string[] = to.match(/\([^)]*\)|\S+/g) ?? [];
  const channel = kept.filter((axis) => axis !== '1' && axis !== '()').at(-1);
  const layout: Layout = axes.at(-1) === channel || axes.at(-1) === 'c' ? 'channels_last' : 'channels_first';
  const spatial = layout === 'channels_last' ? axes.slice(1, -1) : axes.slice(2);
  const rank = spatial.length;
  if (rank !== 1 && rank !== 2 && rank !== 3) return null;
  const reduce = reduceOf(name);
  if (spatial.every((axis) => !axis.startsWith('(') && !kept.includes(axis))) {
    const [batch = ''] = axes;
    const own = (layout === 'channels_last' ? axes.at(-1) : axes[1]) ?? '';
    const ones = spatial.map(() => '1');
    const withOnes = layout === 'channels_last' ? [batch, ...ones, own] : [batch, own, ...ones];
    const keepdims = kept.map((axis) => (axis === '()' ? '1' : axis)).join(' ') === withOnes.join(' ');
    // Any other order, or a batch that is reduced as well, is no pooling layer's output.
    if (!keepdims && kept.join(' ') !== `${batch} ${own}`) return null;
    return { kind: 'global' as const, rank, layout, framework: null, reduce, keepdims } as const;
  }
  const blocks = spatial.map((axis) => {
    const [, inner = ''] = axis.match(/^\(\s*\w+\s+(\w+)\s*\)$/) ?? [];
    return Number(
      /^\d+$/.test(inner) ? inner : rest.match(new RegExp(String.raw`\b${inner}\s*=\s*(\d+)`))?.[1],
    );
  });
  return blocks.every((size) => size > 0) ? windowed(reduce, blocks, blocks, layout, null) : null;
}
