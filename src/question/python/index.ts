export { findCode } from './find.ts';
export { type CodeProblem, describeProblem } from './problem.ts';
export type {
  CodeApplication,
  CodeArgument,
  CodeArray,
  CodeCall,
  CodeModel,
  CodeShape,
  CodeStep,
  Flow,
  Program,
} from './program.ts';
export { codeLengthLimit, codeNestingLimit, readCode } from './read.ts';
export { type CodeStretch, spanInText } from './stretch.ts';
