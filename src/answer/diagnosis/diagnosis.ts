import type { FrameworkId } from '../../frameworks/index.ts';
import type { Shape } from '../../pooling/index.ts';
import type { Fix } from './fix.ts';

/** How the output size of one axis comes to nothing: ⌊(size + 2 · padding − window) / stride⌋ + 1. */
export interface SizeSum {
  readonly size: number;
  readonly window: number;
  readonly stride: number;
  readonly output: number;
}

/** Square maps that explain two counts of features with one count of channels. */
export interface SquareMaps {
  readonly channels: number;
  readonly arriving: number;
  readonly expected: number;
}

/** What a pasted message says, in numbers that can be checked. */
type Finding =
  | {
      readonly kind: 'window-too-large';
      readonly window: number | null;
      /** The spatial sizes that reach the layer, where the message tells them. */
      readonly map: readonly number[] | null;
      /** The axis that comes out empty; null where the message does not tell. */
      readonly sum: SizeSum | null;
      /** Channels are read as an axis of the image: by this layer, or by the first one before it. */
      readonly swapped: 'here' | 'before' | null;
    }
  | {
      readonly kind: 'convolution-too-large';
      readonly kernel: readonly number[] | null;
      readonly map: readonly number[] | null;
      /** The sizes are those with the padding added. */
      readonly padded: boolean;
      /** The map is so narrow that channels were read as its height. */
      readonly swapped: boolean;
      readonly sum: SizeSum | null;
    }
  | {
      readonly kind: 'wrong-rank';
      readonly expected: number;
      /** Also taken: one image without its batch. */
      readonly unbatched: number | null;
      readonly found: number | null;
      readonly input: Shape | null;
      /** Which axis seems to be missing or too many. */
      readonly cause: 'flat' | 'no-batch' | 'no-channels' | 'too-many' | 'unknown';
      /** Which Keras layer takes the found number of axes. */
      readonly layerOfFound: string | null;
      readonly pools: boolean;
    }
  | {
      readonly kind: 'features-mismatch';
      readonly arriving: number | null;
      readonly expected: number | null;
      readonly units: number | null;
      readonly rows: number | null;
      readonly layer: 'Linear' | 'Dense' | 'InnerProduct';
      readonly maps: SquareMaps | null;
      /** Rows × columns are whole images of the expected features: nothing was flattened. */
      readonly unflattened: number | null;
      /** Rows × columns are one image: its channels were taken for the batch. */
      readonly oneImage: boolean;
    }
  | {
      readonly kind: 'padding-too-large';
      readonly padding: number;
      readonly window: number;
      readonly dilation: number;
      readonly largest: number;
    }
  | {
      readonly kind: 'sizes-differ';
      readonly first: Shape;
      readonly second: Shape;
      readonly apart: number | null;
      /** Whole shapes, or the one axis that the message tells, with its place where that is told too. */
      readonly extent: 'whole' | 'axis';
      readonly axis: number | null;
      /**
       * Pooling rounded a size down; one map is a multiple of the other; the maps come from paths that shrink them
       * differently; the channels or the numbers of axes differ; or the images of a batch do.
       */
      readonly cause: 'rounding' | 'multiple' | 'paths' | 'channels' | 'axes' | 'images' | 'colours';
      readonly framework: FrameworkId | 'numpy';
    }
  | {
      readonly kind: 'wrong-channels';
      readonly expected: number;
      readonly found: number;
      readonly input: Shape | null;
      readonly swapped: boolean;
    }
  | {
      readonly kind: 'wrong-count';
      readonly size: number;
      readonly shape: Shape;
      /** What one row of the wanted shape holds. */
      readonly row: number | null;
      readonly framework: FrameworkId | 'numpy';
    }
  | {
      readonly kind: 'wrong-input';
      readonly expected: Shape;
      readonly found: Shape;
      readonly axis: number | null;
      readonly swapped: boolean;
    }
  | {
      readonly kind: 'argument';
      readonly id: string;
      readonly argument: string | null;
      readonly received: string | null;
      readonly advice: string | null;
    }
  /** A message that says all there is, by its id. */
  | {
      readonly kind: 'known';
      readonly id: string;
      readonly framework: FrameworkId | 'numpy';
      readonly numbers: Readonly<Record<string, number | string | Shape>>;
    };

/** With up to three ways out, each with the shape that it gives. */
export type Diagnosis = Finding & { readonly fixes: readonly Fix[] };
