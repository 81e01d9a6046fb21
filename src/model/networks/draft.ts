import { type Argument, type PythonValue, python } from '../../frameworks/index.ts';
import type { Dimension, Shape } from '../../pooling/index.ts';
import type { ModelFramework } from '../layer.ts';
import { applyStep } from '../trace/apply.ts';
import type { GraphNode } from '../trace/trace.ts';

/** The output of one layer of a draft. */
export interface Place {
  readonly id: string;
  /** With the batch axis; null behind a layer that fails. */
  readonly shape: Shape | null;
}

type Plain = number | string | boolean | readonly Plain[];
type Keywords = Readonly<Record<string, Plain>>;

/** A network that is being built. Some layers depend on the sizes that reach them, so it is traced on the way. */
export interface Draft {
  readonly input: Place;
  readonly nodes: readonly GraphNode[];
  /** The layers that follow belong to this part of the network. */
  readonly enter: (stage: string) => void;
  /** A layer on one or several places: `draft.add('Conv2D', [64, 7], { strides: 2 }, x)`. */
  readonly add: (name: string, args: readonly Plain[], named: Keywords, ...from: readonly Place[]) => Place;
}

export function startDraft(framework: ModelFramework, input: Shape): Draft {
  const nodes: GraphNode[] = [];
  let stage = 'stem';
  return {
    input: { id: 'input', shape: [null, ...input] },
    nodes,
    enter(next) {
      stage = next;
    },
    add(name, args, named, ...from) {
      const given = [
        ...args.map((value): Argument => ({ name: null, value: pythonValue(value) })),
        ...Object.entries(named).map(([key, value]): Argument => ({ name: key, value: pythonValue(value) })),
      ];
      const id = `${stage}/${nodes.length + 1}`;
      nodes.push({ id, name, given, inputs: from.map((place) => place.id), stage });
      const shapes = from.map(({ shape }) => shape).filter((shape) => shape !== null);
      const [first, ...others] = shapes;
      const complete = first !== undefined && shapes.length === from.length;
      const shape = complete ? applyStep({ name, given }, framework, [first, ...others]).output : null;
      return { id, shape };
    },
  };
}

/** Whole numbers are ints, others floats, arrays tuples. */
function pythonValue(plain: Plain): PythonValue {
  if (typeof plain === 'number') return Number.isInteger(plain) ? python.int(plain) : python.float(plain);
  if (typeof plain === 'string') return python.str(plain);
  return typeof plain === 'boolean' ? python.bool(plain) : python.tuple(plain.map(pythonValue));
}

/** How many channels a place has; 0 behind a layer that fails, where it no longer matters. */
export function channelsAt({ shape }: Place, layout: 'channels_last' | 'channels_first'): number {
  const size: Dimension = (layout === 'channels_last' ? shape?.at(-1) : shape?.[1]) ?? null;
  return size ?? 0;
}
