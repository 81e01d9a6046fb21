import type { Program } from '../program.ts';
import { codeLengthLimit, readPython } from '../read.ts';
import { isPrototxt, readPrototxt } from './caffe/prototxt.ts';
import { isR, readR } from './r.ts';
import { isSummary, readSummary } from './summary.ts';

/**
 * What a piece of code says without running it: its calls with their arguments worked out, the arrays and shapes in
 * it, and the models it builds. Python, unless it is recognised as an R pipe, a Caffe prototxt
 * or the table of a summary. Total: code that is
 * too long or too deep gives an empty program with that one problem, broken code is read as far as it goes with its
 * problems named. All spans are positions in `source`.
 */
export function readCode(source: string): Program {
  if (source.length <= codeLengthLimit) {
    if (isSummary(source)) return readSummary(source);
    if (isPrototxt(source)) return readPrototxt(source);
    if (isR(source)) return readR(source);
  }
  return readPython(source);
}
