export { type FoundLayer, findLayer, modelLayers } from './catalogue.ts';
export type { ModelFramework, ModelLayer, ParameterCount, Reach } from './layer.ts';
export type { Problem, ProblemCode } from './problem.ts';
export { traceChain } from './trace/chain.ts';
export { inOwnForm } from './trace/form.ts';
export { type TraceOptions, traceGraph } from './trace/graph.ts';
export type { GraphNode, InputForm, Step, Trace, TracedLayer } from './trace/trace.ts';
