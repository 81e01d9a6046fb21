import type { FrameworkId } from '../../../frameworks/index.ts';
import type { Layout } from '../../../pooling/index.ts';

/** How code makes one number of several cells. */
export type CodeReduce = 'average' | 'max' | 'min' | 'sum';

/** A stretch of code that pools without a pooling layer. */
export type Expression = {
  readonly written: string;
  readonly rank: 1 | 2 | 3;
  readonly layout: Layout;
  /** The library whose arrays it works on; null where the code doesn't say. */
  readonly framework: FrameworkId | null;
} & (
  | { readonly kind: 'global'; readonly reduce: CodeReduce; readonly keepdims: boolean }
  | {
      readonly kind: 'windows';
      /** It stands for a pooling layer, which gives a tie to the first of its cells. */
      readonly layer?: true;
      readonly reduce: CodeReduce;
      readonly kernel: readonly number[];
      readonly stride: readonly number[];
    }
  /** Resampling by area: `shares` says whether bins hold whole cells or exact stretches. */
  | {
      readonly kind: 'area';
      readonly target: { readonly to: readonly number[] } | { readonly by: readonly number[] };
      readonly shares: 'whole' | 'exact';
    }
  /**
   * Bilinear resampling without anti-aliasing: `corners` says whether the corner cells keep their places, `spacing`
   * whether the factor decides how far apart the places are, or the sizes it comes to.
   */
  | {
      readonly kind: 'linear';
      readonly target: { readonly to: readonly number[] } | { readonly by: readonly number[] };
      readonly corners: boolean;
      readonly spacing: 'factor' | 'sizes';
    }
  /** A mean around each cell; `border` says what stands around the map, null where the mean is left out there. */
  | {
      readonly kind: 'blur';
      readonly kernel: readonly number[];
      readonly border: 'reflect' | 'symmetric' | null;
    }
);
