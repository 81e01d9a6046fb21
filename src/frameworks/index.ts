export {
  type CallContext,
  type Configuration,
  type Dtype,
  dtypes,
  type FrameworkId,
  frameworkIds,
  type GivenArguments,
  type Layer,
  type LayerFamily,
  type LayerForm,
  type Parameter,
  type Refusal,
  type Stage,
  type VersionNote,
} from './framework.ts';
export type { Argument, PythonValue } from './python.ts';
