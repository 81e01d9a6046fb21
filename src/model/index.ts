export { type Demand, demandedInput, type SizedFeatures } from './demand.ts';
export { type Field, fieldsOf } from './field.ts';
export type { ModelFramework, ParameterCount, Reach } from './layer.ts';
export {
  featuresOf,
  type HeadCost,
  headCost,
  headlessParameters,
  poolingLayersOf,
  smallestInput,
  stagesOf,
  traceNetwork,
} from './networks/facts.ts';
export { findNetworks } from './networks/find.ts';
export { networks } from './networks/index.ts';
export { type Network, type NetworkTitle, titleOf } from './networks/network.ts';
export { type Problem, type ProblemCode, problem, valueError } from './problem.ts';
export { traceChain } from './trace/chain.ts';
export { inOwnForm } from './trace/form.ts';
export { type TraceOptions, traceGraph } from './trace/graph.ts';
export type { AppliedStep, GraphNode, InputForm, Obstacle, Step, Trace, TracedLayer } from './trace/trace.ts';
export { nodeOf } from './trace/trace.ts';
