import type { FrameworkId } from '../../frameworks/index.ts';
import type { Trace } from '../../model/index.ts';
import type { Shape } from '../../pooling/index.ts';
import type { FormulaId } from './claim.ts';

/** What the sentences before one have said, which it may leave out. */
export interface Context {
  readonly framework: FrameworkId | null;
  /** The last shape that went in. */
  readonly input: Shape | null;
  /** It was crossed, as people say it. */
  readonly crossed: boolean;
  /** The last layer, as it was written. */
  readonly layer: string | null;
  /** What came out last, where it was computed. */
  readonly output: Shape | null;
  /** What went into the last layer: another one may be held against it on the same. */
  readonly entered: Shape | null;
  /** A layer that does not pool was followed, so that a layer without an input takes what comes out of it. */
  readonly narrates: boolean;
  /** The last layer with weights, as it was written. */
  readonly weighted: string | null;
  /** A model in code, and its trace once its input is known. */
  readonly code: string | null;
  readonly model: Trace | null;
  /** The last published network, as it was written. */
  readonly network: string | null;
  /** The kinds of pooling in the sentence before. */
  readonly kinds: ReadonlySet<string>;
  /** The formula for sizes that was stated last, if it is right. */
  readonly formula: FormulaId | null;
  /** The heading that it stands under. */
  readonly heading: string;
  /** It is an item of a list: a layer without an input may take what the one before it gives. */
  readonly listed: boolean;
  /** Nothing was said since that was not understood and may change what is pooled. */
  readonly clear: boolean;
}

export const nothingSaid = (framework: FrameworkId | null): Context => ({
  framework,
  input: null,
  crossed: false,
  layer: null,
  output: null,
  entered: null,
  narrates: false,
  weighted: null,
  code: null,
  model: null,
  network: null,
  kinds: new Set(),
  formula: null,
  heading: '',
  listed: false,
  clear: true,
});
