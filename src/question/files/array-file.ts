import type { Dtype } from '../../frameworks/index.ts';
import { FileRefusal } from './refusal.ts';

/** What was done to a file's numbers on the way, as facts; the sentence is written where the reply is. */
export type FileNote =
  | { readonly kind: 'column-major' }
  /** Unsigned integers that no framework pools are held in the next wider type. */
  | { readonly kind: 'widened'; readonly from: string; readonly to: Dtype }
  | { readonly kind: 'header-skipped'; readonly header: readonly string[] }
  | { readonly kind: 'decimal-commas' }
  /** The alpha channel was left out; `transparent` where some pixel is not fully opaque. */
  | { readonly kind: 'alpha-dropped'; readonly transparent: boolean }
  | { readonly kind: 'depth-reduced'; readonly bits: number }
  /** The picture carries a turn (EXIF) that was not carried out, as decoders of the frameworks don't either. */
  | { readonly kind: 'turn-ignored' }
  | { readonly kind: 'first-frame'; readonly frames: number };

/** An array out of an attached file: row-major. */
export interface ArrayFile {
  readonly format: 'npy' | 'csv' | 'png' | 'jpeg' | 'webp';
  /** An image is height × width × channels. */
  readonly shape: readonly number[];
  readonly values: Float32Array | Float64Array | Uint8Array;
  readonly dtype: Dtype;
  readonly notes: readonly FileNote[];
}

/** The largest file that is read, in bytes. */
export const fileSizeLimit = 10 * 2 ** 20;
/** The most values that a file may hold: elements, or pixels times channels. */
export const valueCountLimit = 32 * 2 ** 20;

/** Refuses a file that is empty or larger than the limit. */
export function checkFileSize(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new FileRefusal('empty', 'The file is empty.');
  if (bytes.length > fileSizeLimit) {
    const size = (bytes.length / 2 ** 20).toFixed(1);
    throw new FileRefusal('too-large', `The file has ${size} MiB; I read files up to 10 MiB.`);
  }
}

/** Refuses more values than are computed with. */
export function checkValueCount(count: number, what: string): void {
  if (count > valueCountLimit) {
    throw new FileRefusal(
      'too-many-values',
      `${what} has ${Number.isSafeInteger(count) ? count.toLocaleString('en') : 'too many'} values; I read up to ${valueCountLimit.toLocaleString('en')}.`,
    );
  }
}
