import type { Diagnosis } from '../../answer/index.ts';
import type { Block } from '../../reply/index.ts';

/** What is said of an error, around the ways out that were computed. */
export interface Words {
  readonly title: string;
  readonly blocks: readonly Block[];
  /** Stands below the ways out that were computed. */
  readonly advice: readonly Block[];
}

/** A diagnosis of one kind. */
export type Of<Kind extends Diagnosis['kind']> = Extract<Diagnosis, { kind: Kind }>;
