import type { InputRead } from '../question.ts';
import { scan } from '../words/scan.ts';
import { findShapes } from './find.ts';
import { findRuns } from './run.ts';

/** A shape that was typed into an option, in any notation; null where none can be read or its sizes are impossible. */
export function readShape(written: string): InputRead | null {
  const tokens = scan(written);
  const [found] = findShapes(tokens, () => true).shapes;
  if (found !== undefined && found.problem === null) return bare(found.shape, found.axes);
  const [run] = findRuns(tokens, () => true);
  const sizes = run?.values.every((size) => Number.isInteger(size) && (size > 0 || size === -1));
  if (run === undefined || sizes !== true || found !== undefined) return null;
  return bare(
    run.values.map((size) => (size === -1 ? null : size)),
    null,
  );
}

function bare(shape: InputRead['shape'], axes: InputRead['axes']): InputRead {
  return { shape, axes, values: null, dtype: 'float32', literal: false, span: null };
}
