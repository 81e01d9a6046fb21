import { attachedArray } from '../input/attached.ts';
import type { Candidate } from '../input/find.ts';
import { fitIndices, fitUpstream, mostCells, onesUpstream } from '../input/upstream.ts';
import { parameterFor } from '../layer/spell.ts';
import type { LayerCall, Question } from '../question.ts';
import type { Understanding } from '../understand.ts';
import { commonParts, unanswered } from './common.ts';
import { spatialPoints } from './goal.ts';
import { completeCalls } from './hole.ts';

/** Numbers through a layer: its output, and where asked the indices and the gradient. */
export function readValues(understanding: Understanding): Question | null {
  const { request, roles, calls, inputs, asks, spoken } = understanding;
  const upstream = attachedArray(request.upstream) ?? roles.upstream;
  const gradient = upstream !== null || asks.has('gradient');
  const arrays = inputs.filter(({ read }) => read.values !== null);
  const implied = arrays.length === 0 && upstream !== null ? oneWindow(calls) : null;
  const example =
    arrays.length === 0 && implied === null && gradient && !ofTraining.test(understanding.page.text)
      ? exampleInput(understanding)
      : null;
  const chosen = implied ? [implied] : example ? [example] : arrays;
  if (calls.length === 0 || chosen.length === 0) return null;
  if (
    spoken.some((mention) => mention.kind === 'head' && mention.head.reduce === null) &&
    calls.length === 1
  ) {
    return unanswered(understanding, { reason: 'incomplete', missing: ['layer'] });
  }
  const { complete, missing } = completeCalls(calls);
  if (missing !== null) return unanswered(understanding, { reason: 'incomplete', missing: [missing] });
  const common = commonParts(understanding, {
    calls: complete,
    inputs: chosen,
    assumptions: example ? [{ kind: 'example-values', count: example.read.values?.length ?? 0 }] : [],
  });
  const [application] = common.applications;
  const wants: ('indices' | 'gradient')[] = [];
  if (asks.has('indices') || calls.some(returnsIndices)) wants.push('indices');
  if (gradient) wants.push('gradient');
  return {
    ...common,
    kind: 'values',
    wants,
    upstream: gradient ? fitUpstream(upstream ?? onesUpstream, application) : null,
    mask: attachedArray(request.mask) ?? roles.mask,
    indices: fitIndices(attachedArray(request.indices) ?? roles.indices, application),
  };
}

function returnsIndices({ layer, given }: LayerCall): boolean {
  const asked = given.find(({ name }) => name === 'return_indices')?.value;
  return (asked?.type === 'bool' && asked.value) || /with_(?:indices|argmax)$/.test(layer.name);
}

/**
 * "A gradient of 8 arrives at one 2x2 average window": the window is all the input there is, and what stands in it does
 * not matter to an average's gradient.
 */
function oneWindow(calls: readonly LayerCall[]): Candidate | null {
  const [call] = calls;
  if (call === undefined || call.layer.family.reduce !== 'average' || call.layer.family.window !== 'local')
    return null;
  const name = parameterFor(call.layer, 'window');
  const window = call.given.find((argument) => argument.name === name)?.value ?? call.given[0]?.value;
  const rank = call.layer.rank ?? 2;
  const sizes =
    window?.type === 'int' ? Array.from({ length: rank }, () => window.value) : tupleSizes(window);
  if (sizes === null || sizes.some((size) => size < 1 || size > 64)) return null;
  const cells = sizes.reduce((product, size) => product * size, 1);
  return {
    read: {
      shape: sizes,
      axes: null,
      values: new Float64Array(cells),
      dtype: 'float32',
      literal: false,
      span: null,
    },
    from: 0,
    to: 0,
    problem: null,
    ours: false,
  };
}

/** The gradient of a whole training, and not of a layer. */
const ofTraining =
  /\bgradients?[- ](?:checkpoint|descent|clip|accumul|explo|vanish)|\b(?:vanishing|exploding) gradients?\b/i;

/** "The gradient of AveragePooling2D(2) on 4x4": one channel of that size, with a number in every cell. */
function exampleInput(understanding: Understanding): Candidate | null {
  const [map, other] = understanding.inputs;
  const [point, another] = spatialPoints(understanding);
  if (map === undefined || other !== undefined || point === undefined || another !== undefined) return null;
  const sizes = point.size.filter((size) => size !== null);
  const cells = sizes.reduce((product, size) => product * size, 1);
  if (map.problem !== null || sizes.length < point.size.length || cells < 1 || cells > mostCells) return null;
  const values = Float64Array.from({ length: cells }, (_, cell) => cell + 1);
  return { ...map, read: { ...map.read, shape: sizes, axes: null, values } };
}

function tupleSizes(value: LayerCall['given'][number]['value'] | undefined): readonly number[] | null {
  if (value === undefined || (value.type !== 'tuple' && value.type !== 'list')) return null;
  const sizes = value.items.flatMap((item) => (item.type === 'int' ? [item.value] : []));
  return sizes.length === value.items.length ? sizes : null;
}
