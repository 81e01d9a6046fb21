import type { FrameworkId } from '../../../frameworks/index.ts';
import type { Layout } from '../../../pooling/index.ts';
import { integers } from './code.ts';

type Target = { readonly to: readonly number[] } | { readonly by: readonly number[] };

/** `F.interpolate(x, scale_factor=0.5, mode='area')`, or to a size; bilinear too. */
export function readInterpolate([, given = '']: readonly string[]) {
  const [, mode] = given.match(/mode\s*=\s*['"](area|bilinear)['"]/) ?? [];
  if (mode === undefined || /antialias\s*=\s*True|recompute_scale_factor\s*=\s*True/.test(given)) return null;
  const corners = /align_corners\s*=\s*True/.test(given);
  const [, scale] = given.match(/scale_factor\s*=\s*([\d./]+)/) ?? [];
  const sizes = sizesIn(given.match(/(?:size\s*=\s*|,\s*)([[(]?\s*\d[\d,\s]*)/)?.[1] ?? '');
  const by = scale === undefined ? null : fraction(scale);
  const target = by !== null ? { by: [by, by] } : sizes === null ? null : { to: sizes };
  if (target === null) return null;
  return mode === 'area'
    ? areaOf(target, 'whole', 'channels_first', 'torch')
    : linearOf(target, corners, 'factor', 'channels_first', 'torch');
}

/** `tf.image.resize(x, [14, 14], method='area')`, `Resizing(14, 14)`; bilinear where nothing else is said. */
export function readImageResize([, given = '']: readonly string[]) {
  const area = /['"]area['"]|\.AREA\b/.test(given);
  const other =
    /(?:method|interpolation)\s*=(?!\s*(?:['"]bilinear['"]|[\w.]*\.BILINEAR\b))|antialias\s*=\s*True/;
  const sizes = sizesIn(given.match(/[[(]?\b\d+\s*,\s*\d+\b/)?.[0] ?? '');
  if (sizes === null || (!area && other.test(given))) return null;
  return area
    ? areaOf({ to: sizes }, 'exact', 'channels_last', 'keras')
    : linearOf({ to: sizes }, false, 'sizes', 'channels_last', 'keras');
}

function sizesIn(text: string): readonly number[] | null {
  const [height, width = height] = integers(text);
  return height === undefined || width === undefined || height < 1 || width < 1 ? null : [height, width];
}

function fraction(text: string): number | null {
  const [over = Number.NaN, under = 1] = text.split('/').map(Number);
  const value = over / under;
  return value > 0 && Number.isFinite(value) ? value : null;
}

/** "Bilinear downsampling by 2", without a library: to sizes that many times smaller. */
export function readBilinear([, written = '']: readonly string[]) {
  const factor = /^(?:two|half|halv)/i.test(written) ? 2 : Number(written);
  const by = 1 / factor;
  return factor > 1 ? linearOf({ by: [by, by] }, false, 'sizes', 'channels_last', null) : null;
}

function areaOf(target: Target, shares: 'whole' | 'exact', layout: Layout, framework: FrameworkId | null) {
  return { kind: 'area' as const, rank: 2 as const, layout, framework, target, shares };
}

/** A mean around each cell; null where no size is a number. */
export function blur(sizes: readonly (string | undefined)[], border: 'reflect' | 'symmetric' | null) {
  const kernel = sizes.map(Number);
  if (kernel.some((size) => !(size > 0))) return null;
  return {
    kind: 'blur' as const,
    rank: 2 as const,
    layout: 'channels_last' as const,
    framework: null,
    kernel,
    border,
  };
}

function linearOf(
  target: Target,
  corners: boolean,
  spacing: 'factor' | 'sizes',
  layout: Layout,
  framework: FrameworkId | null,
) {
  return { kind: 'linear' as const, rank: 2 as const, layout, framework, target, corners, spacing };
}
