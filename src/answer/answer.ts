import type { Question } from '../question/index.ts';
import type { Converted } from './conversion.ts';
import type { Diagnosis } from './diagnosis/diagnosis.ts';
import type { Equality } from './equality/equality.ts';
import type { Undecided } from './equality/read-side.ts';
import type { InputsFound } from './input-search.ts';
import type { InputsThrough } from './inputs-through.ts';
import type { LocalGlobal } from './local-global.ts';
import type { KnownNetwork, NumberOrigins } from './network/network.ts';
import type { Example, Outcome } from './outcome.ts';
import type { Repeated } from './repetition.ts';
import type { Solved } from './solution.ts';
import type { TopicAnswer } from './topics/index.ts';
import type { Traced } from './trace.ts';
import type { CheckedClaim } from './verification/claim.ts';

export type Status = 'answered' | 'needs-more' | 'out-of-scope' | 'error';

/** A picture as PNG in base64. */
interface Image {
  readonly width: number;
  readonly height: number;
  readonly png: string;
}

/** An attached picture before and after a layer. */
export interface ImagePair {
  readonly before: Image;
  readonly after: Image;
}

/** What was found out; facts only. Its JSON is the machine-readable answer, its words stand in src/explain. */
export interface Answer {
  readonly status: Status;
  readonly question: Question;
  readonly outcomes: readonly Outcome[];
  /** For a bare shape that is small enough to show: how the first layer works on numbers. */
  readonly example: Example | null;
  /** For a question on local against global pooling. */
  readonly comparison: LocalGlobal | null;
  /** The first layer in other frameworks. */
  readonly converted: Converted | null;
  /** For an attached picture. */
  readonly images: ImagePair | null;
  /** For a published network. */
  readonly network: KnownNetwork | null;
  /** Where a number comes from, in any published network. */
  readonly origins: NumberOrigins | null;
  /** For a whole model. */
  readonly traced: Traced | null;
  /** For a pasted error message. */
  readonly diagnosis: Diagnosis | null;
  /** Whether two sides are the same. */
  readonly equality: Equality | null;
  /** Why that can't be told, where two sides were to be compared. */
  readonly undecided: Undecided | null;
  /** The settings that reach a size. */
  readonly solved: Solved | null;
  /** The inputs that lead to a size. */
  readonly inputsFound: InputsFound | null;
  /** The inputs that several layers in a row lead to a size. */
  readonly inputsThrough: InputsThrough | null;
  /** How many of one layer in a row reach a size. */
  readonly repeated: Repeated | null;
  /** For a message to be checked, each of its statements. */
  readonly verified: readonly CheckedClaim[] | null;
  /** For each topic that the question asks about, the facts of its explanation. */
  readonly topics: readonly TopicAnswer[];
}
