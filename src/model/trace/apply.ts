import {
  configure,
  type FrameworkId,
  frameworkNames,
  infer,
  type Layer,
  type PythonValue,
} from '../../frameworks/index.ts';
import { receptiveStep, type Shape } from '../../pooling/index.ts';
import { findLayer, modelFramework } from '../catalogue.ts';
import { lost, weightless } from '../define.ts';
import type { AppliedLayer, Inputs, ModelLayer, Reach } from '../layer.ts';
import { type Problem, problem } from '../problem.ts';
import { lengthsOf, planeOf } from '../shape/plane.ts';
import { notFollowed } from './obstacle.ts';
import type { AppliedStep, Step } from './trace.ts';
import { wrapperRules } from './wrapper.ts';

/** One layer on its inputs, by the rules of its framework; a layer that none knows is a problem of its own. */
export function applyStep(step: Step, framework: FrameworkId | null, inputs: Inputs): AppliedStep {
  const { name, obstacle } = step;
  if (obstacle !== undefined) return failed(step, { name, framework }, inputs, notFollowed(name, obstacle));
  const found = findLayer(step.name, framework);
  if (found === null) return failed(step, { name: step.name, framework }, inputs, unknownLayer(step.name));
  return found.kind === 'pooling'
    ? pool(step, found.layer, inputs)
    : apply(step, found.layer, framework, inputs);
}

/** A layer as a table states it: its shape and its weights are given, what it is follows from its name. */
export function statedStep(
  step: Step,
  { output, parameters }: { readonly output: Shape; readonly parameters: number },
  framework: FrameworkId | null,
  inputs: readonly Shape[],
): AppliedStep {
  const found = findLayer(step.name, framework);
  const { name = step.name, documentation = null } = found?.layer ?? {};
  return {
    name,
    framework: found?.layer.framework ?? framework,
    // A narrow table cuts names off: "GlobalAveragePool…".
    pooling: found === null ? /pool/i.test(name) : found.kind === 'pooling',
    documentation,
    args: {},
    inputs,
    output,
    parameters: { trainable: parameters, nonTrainable: 0 },
    derivation: null,
    reach: null,
    warning: null,
    problem: null,
  };
}

function pool(step: Step, layer: Layer, inputs: Inputs): AppliedStep {
  const context = step.applied === undefined ? {} : { applied: step.applied };
  const configuration = configure(layer, step.given, context);
  const { name, framework, documentation } = layer;
  const about = { name, framework, documentation, pooling: true };
  if (!configuration.ok) return failed(step, about, inputs, configuration);
  const [input] = inputs;
  const inferred = infer(configuration, input, context);
  const traced = { ...about, args: configuration.args, inputs };
  if (!inferred.ok) return { ...failed(step, about, inputs, inferred), ...traced };
  const { operation, derivation } = inferred;
  return {
    ...traced,
    output: derivation.output,
    parameters: weightless,
    derivation,
    reach: reachOfPool(operation, input),
    warning: null,
    problem: null,
  };
}

function reachOfPool(
  operation: Parameters<typeof receptiveStep>[0] | { kind: 'unpool' },
  input: Shape,
): Reach {
  if (operation.kind === 'unpool') return lost;
  const { layout, rank } = operation.axes;
  const plane = planeOf(layout, rank, input.length);
  return receptiveStep(operation, lengthsOf(input, plane)) ?? lost;
}

function apply(step: Step, layer: ModelLayer, framework: FrameworkId | null, inputs: Inputs): AppliedStep {
  const { name, documentation } = layer;
  const home = framework === null ? layer.framework : modelFramework(framework);
  const about = { name, framework: layer.framework, documentation };
  // Where the channels stand differs between frameworks, so only layers without spatial axes can be borrowed.
  if (layer.framework !== home && layer.rank !== null) {
    return failed(step, about, inputs, foreignLayer(step.name, layer));
  }
  const result = effectOn(step, layer, framework, inputs);
  if (!result.ok) return failed(step, about, inputs, result);
  const { args, output, beside, parameters, reach, warning } = result;
  return {
    ...about,
    pooling: layer.pools && reach.kind === 'global',
    args,
    inputs,
    output,
    ...(beside ? { beside } : {}),
    parameters,
    derivation: null,
    reach,
    warning,
    problem: null,
  };
}

/** A wrapper's own arguments are read as any layer's; its effect is that of the layer inside. */
function effectOn(
  step: Step,
  layer: ModelLayer,
  framework: FrameworkId | null,
  inputs: Inputs,
): AppliedLayer | Problem {
  const { wraps } = step;
  const rule = wrapperRules[layer.name];
  if (wraps === undefined || rule === undefined) return layer.apply(step.given, inputs);
  const result = rule(step, (input) => applyStep(wraps, framework, [input]), inputs[0]);
  const args = Object.fromEntries(
    step.given.flatMap(({ name, value }) => (name === null ? [] : [[name, value]])),
  );
  return result.ok ? { ...result, args } : result;
}

function failed(
  step: Step,
  about: Pick<AppliedStep, 'name' | 'framework'> & Partial<AppliedStep>,
  inputs: readonly Shape[],
  reason: Problem,
): AppliedStep {
  const given = step.given.map(({ name, value }, at): [string, PythonValue] => [name ?? String(at), value]);
  return {
    pooling: false,
    documentation: null,
    ...about,
    args: Object.fromEntries(given),
    inputs,
    output: null,
    parameters: null,
    derivation: null,
    reach: null,
    warning: null,
    problem: reason,
  };
}

function unknownLayer(name: string): Problem {
  const advice =
    `I have no rule for ${name}, so I can't say what comes after it. Send me the shape behind it, or the layers it ` +
    'is made of, and I go on from there.';
  return problem('unknown-layer', 'shape', null, advice);
}

function foreignLayer(name: string, { framework }: ModelLayer): Problem {
  const advice = `${name} is a layer of ${frameworkNames[framework]}, among layers of another framework. Tell me which framework it is.`;
  return problem('unknown-layer', 'shape', null, advice);
}
