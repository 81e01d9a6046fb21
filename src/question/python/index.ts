export { findCode } from './find.ts';
export { readCode } from './foreign/choose.ts';
export { type CodeProblem, describeProblem } from './problem.ts';
export type {
  CodeApplication,
  CodeArgument,
  CodeArray,
  CodeCall,
  CodeInput,
  CodeModel,
  CodeShape,
  CodeStep,
  Flow,
  Measure,
  Program,
} from './program.ts';
export { codeLengthLimit, codeNestingLimit } from './read.ts';
export { isPrintedModel, readStretches } from './read-stretches.ts';
export { type RowArray, type RowsRead, readRows } from './rows/read.ts';
export { type CodeStretch, spanInText } from './stretch.ts';
