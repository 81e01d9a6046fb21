export { bindingCode } from './advice/binding.ts';
export { meantParameter } from './advice/spellings.ts';
export { type BindingFault, bind } from './binding/bind.ts';
export { type FrameworkError, pythonError } from './binding/python-errors.ts';
export { alignTensors } from './binding/tensors.ts';
export { frameworkNames, layers } from './catalogue.ts';
export type { Caveat } from './code/caveats.ts';
export { sameForm } from './code/normal.ts';
export { toCode, type Written } from './code/to-code.ts';
export { configure } from './configure.ts';
export {
  type CallContext,
  type Computed,
  type Configuration,
  type Dtype,
  dtypes,
  type FrameworkId,
  frameworkIds,
  type GivenArguments,
  type Inferred,
  type Layer,
  type LayerData,
  type LayerFamily,
  type Parameter,
  type Refusal,
  type RefusalCode,
  type Stage,
  type VersionNote,
} from './framework.ts';
export { infer } from './infer.ts';
export { standardizeTuple } from './keras/tuples.ts';
export * as python from './literal.ts';
export { layersOf } from './names/family.ts';
export { findLayers } from './names/find.ts';
export { nearestLayers } from './names/nearest.ts';
export type { Argument, PythonValue } from './python.ts';
export { repr } from './repr.ts';
export { run } from './run.ts';
export { asInt, asInts, isTruthy } from './values/integers.ts';
