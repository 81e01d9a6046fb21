import type { Layer } from '../../frameworks/index.ts';
import type { CodeCall } from '../python/index.ts';
import type { Head } from './head.ts';
import type { Setting } from './setting.ts';

/** A layer spoken of, over the tokens `from` to `to`, with the arguments that prose gives it. */
export type Mention = Place &
  (
    | { readonly kind: 'call'; readonly layers: readonly Layer[]; readonly code: CodeCall }
    | { readonly kind: 'name'; readonly layers: readonly Layer[] }
    | { readonly kind: 'head'; readonly head: Head }
    /** A layer that doesn't pool; `code` where it is written as a call. */
    | { readonly kind: 'other'; readonly name: string; readonly code: CodeCall | null }
    /** Looks like the name of a pooling layer, and is none. */
    | { readonly kind: 'unknown'; readonly name: string }
  );

interface Place {
  readonly from: number;
  readonly to: number;
  readonly settings: readonly Setting[];
  /** How often it stands in a row: "five 2x2 max pools". */
  readonly times: number;
}
