export { type FoundLayer, findLayer, modelLayers } from './catalogue.ts';
export type { ModelFramework, ModelLayer, ParameterCount, Reach } from './layer.ts';
export type { Problem, ProblemCode } from './problem.ts';
export { type ChainOptions, traceChain } from './trace/chain.ts';
export { inOwnForm } from './trace/form.ts';
export type { InputForm, Step, Trace, TracedLayer } from './trace/trace.ts';
