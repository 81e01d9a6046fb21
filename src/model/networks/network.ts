import type { Shape } from '../../pooling/index.ts';
import type { ModelFramework } from '../layer.ts';
import type { GraphNode } from '../trace/trace.ts';

/** A published network, built from layers. */
export interface Network {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly framework: ModelFramework;
  /** The input it was trained on, without a batch, in the framework's order of axes. */
  readonly input: Shape;
  /** The smallest height and width that its library admits without the classifier; null where it names none. */
  readonly smallestAdmitted: number | null;
  readonly source: string;
  /**
   * Its layers on an input of this shape (without a batch), in order; the input's id is `input`. Layers of the
   * classifier have the stage `head`.
   */
  readonly build: (input: Shape) => readonly GraphNode[];
}

/** What a network is called and where it was published: plain data, unlike the network itself. */
export type NetworkTitle = Pick<Network, 'name' | 'framework' | 'source'>;

export const titleOf = ({ name, framework, source }: Network): NetworkTitle => ({ name, framework, source });

/** The stage of the layers that turn the last map into classes. */
export const head = 'head';
