import { type FrameworkId, python } from '../../frameworks/index.ts';
import type { Shape } from '../../pooling/index.ts';
import { sumParameters } from '../parameters.ts';
import { problem } from '../problem.ts';
import { applyStep, statedStep } from './apply.ts';
import { formsOf, openForm } from './form.ts';
import { frameworkOf } from './framework.ts';
import { isInput, namedInput } from './input-layer.ts';
import { withLengths } from './lengths.ts';
import { supposed } from './obstacle.ts';
import { type GraphNode, type InputForm, resultId, type Trace, type TracedLayer } from './trace.ts';

export interface TraceOptions {
  /** The inputs' axes are meant as they are: no batch and no channels are added. */
  readonly literal?: boolean;
}

/**
 * Every layer of a model with branches, in the order of the nodes (each behind those it takes its inputs from), up to
 * the first that fails. Each input is completed as the layers behind it demand, see `traceChain`; null leaves it open.
 * Input layers among the nodes are inputs too, with the shape they name.
 */
export function traceGraph(
  model: readonly GraphNode[],
  framework: FrameworkId | null,
  inputs: Readonly<Record<string, Shape | null>>,
  { literal = false }: TraceOptions = {},
): Trace {
  const nodes = model.filter((node) => !isInput(node));
  const owner = framework ?? frameworkOf(nodes);
  const inside = model.filter(isInput).map((node) => [node.id, namedInput([node])] as const);
  const asked = { ...Object.fromEntries(inside), ...inputs };
  const readings = Object.entries(asked).map(([id, shape]): readonly [string, readonly InputForm[]] => {
    const behind = nodesBehind(nodes, id);
    const stated = behind.some((node) => node.stated !== undefined);
    if (shape === null) return [id, [stated ? asItIs(null) : openForm(behind, owner)]];
    return [id, literal || !(id in inputs) ? [asItIs(shape)] : formsOf(behind, owner, shape)];
  });
  const likely = readings.map(([id, [form = asItIs(null)]]) => [id, form] as const);
  const [first] = readings;
  const combinations =
    readings.length === 1 && first !== undefined
      ? first[1].map((form) => [[first[0], form] as const])
      : [likely];
  const traces = combinations.map((forms) => followSupposed(nodes, owner, Object.fromEntries(forms)));
  const [best = follow(nodes, owner, Object.fromEntries(likely))] = traces;
  return traces.find(({ output }) => output !== null) ?? best;
}

export const asItIs = (shape: Shape | null): InputForm => ({
  shape,
  batchAdded: false,
  channelsAdded: false,
});

/**
 * The layers on inputs that are complete. Where the order is only supposed, a Linear that wants the numbers of the
 * whole map has a flatten in front that is not to be seen: PyTorch prints modules and no functions.
 */
function followSupposed(
  nodes: readonly GraphNode[],
  framework: FrameworkId | null,
  forms: Readonly<Record<string, InputForm>>,
): Trace {
  const trace = follow(nodes, framework, forms);
  const last = trace.layers.at(-1);
  const place = last === undefined ? -1 : supposedPlace(nodes, last.id);
  const node = nodes[place];
  if (last?.problem == null || last.problem.code === 'unknown-layer' || node === undefined) return trace;
  if (last.problem.code === 'wrong-features' && !node.id.endsWith(flat)) {
    const flattened = followSupposed(withFlatten(nodes, place, node), framework, forms);
    if (flattened.unreached < trace.unreached || flattened.output !== null) return flattened;
  }
  return { ...trace, layers: [...trace.layers.slice(0, -1), supposed(last)] };
}

const flat = ' flat';

/** The nearest node on the way to a layer that is only supposed to take what stands in front of it; -1 for none. */
function supposedPlace(nodes: readonly GraphNode[], id: string): number {
  let at = nodes.findIndex((node) => node.id === id);
  while (at >= 0 && nodes[at]?.assumed !== true) {
    const [before] = nodes[at]?.inputs ?? [];
    at = nodes.findIndex((node) => node.id === before);
  }
  return at;
}

function withFlatten(nodes: readonly GraphNode[], place: number, node: GraphNode): readonly GraphNode[] {
  const id = `${node.id}${flat}`;
  const given = [{ name: null, value: python.int(1) }];
  const flatten: GraphNode = { id, name: 'flatten', given, inputs: node.inputs };
  const { assumed: _, ...rest } = node;
  return nodes.toSpliced(place, 1, flatten, { ...rest, inputs: [id] });
}

/** The layers that an input reaches, in order. */
function nodesBehind(nodes: readonly GraphNode[], input: string): readonly GraphNode[] {
  const reached = new Set([input]);
  return nodes.filter(({ id, inputs }) => {
    const behind = inputs.some((from) => reached.has(from));
    if (behind) reached.add(id);
    return behind;
  });
}

/** The layers on inputs that are complete. */
export function follow(
  nodes: readonly GraphNode[],
  framework: FrameworkId | null,
  forms: Readonly<Record<string, InputForm>>,
): Trace {
  const shapes = new Map<string, Shape | null>(Object.entries(forms).map(([id, { shape }]) => [id, shape]));
  const layers: TracedLayer[] = [];
  for (const node of nodes) {
    const traced = traceNode(node, framework, shapes);
    layers.push(traced);
    for (const [at, shape] of [traced.output, ...(traced.beside ?? [])].entries())
      shapes.set(resultId(node.id, at), shape);
    if (traced.output === null) break;
  }
  const [form = asItIs(null)] = Object.values(forms);
  return {
    form,
    forms,
    layers,
    unreached: nodes.length - layers.length,
    output: layers.length === 0 ? form.shape : (layers.at(-1)?.output ?? null),
    parameters: sumParameters(nodes, layers),
  };
}

function traceNode(
  node: GraphNode,
  framework: FrameworkId | null,
  shapes: ReadonlyMap<string, Shape | null>,
): TracedLayer {
  const { id, inputs: inputIds, stage = null } = node;
  const known = inputIds.map((from) => shapes.get(from) ?? null);
  const [first, ...others] = known.filter((shape) => shape !== null);
  const complete = known.every((shape) => shape !== null);
  if (node.stated !== undefined) {
    const inputs = known.filter((shape) => shape !== null);
    return { id, inputIds, stage, ...statedStep(node, node.stated, framework, inputs) };
  }
  const applied = applyStep(withLengths(node, shapes), framework, [first ?? [], ...others]);
  const unknown = applied.problem?.code === 'unknown-layer' || applied.problem?.code === 'not-followed';
  if (unknown || (first !== undefined && complete)) return { id, inputIds, stage, ...applied };
  const advice = `I need the shape that goes into ${node.name}.`;
  const reason = problem('unknown-input', 'shape', null, advice);
  return { id, inputIds, stage, ...applied, inputs: [], output: null, parameters: null, problem: reason };
}
