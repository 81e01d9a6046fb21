import { enterUncalled } from './evaluate/define.ts';
import { evaluateExpression } from './evaluate/expression.ts';
import { executeStatement } from './evaluate/statement.ts';
import { findModels } from './model/find.ts';
import { applyEdits, composeOffsets, spanThrough } from './offsets.ts';
import { printedModelEdits } from './printed-model.ts';
import type { CodeProblem } from './problem.ts';
import type { Program } from './program.ts';
import { Reading } from './reading.ts';
import { repair } from './repair.ts';
import { deeperThan, type Node, parse } from './tree.ts';

/** The longest code that is read, in UTF-16 units. */
export const codeLengthLimit = 8000;
/** The deepest nesting of brackets that is read. */
export const codeNestingLimit = 64;
/** Operators and attributes nest the tree too; nobody writes this many in one expression. */
const treeDepthLimit = 400;

/**
 * What a piece of Python says without running it: its calls with their arguments worked out, the arrays and shapes
 * in it, and the models it builds. Total: code that is too long or too deep gives an empty program with the one
 * problem, broken code is read as far as it goes with its problems named. All spans are positions in `source`.
 */
export function readCode(source: string): Program {
  if (source.length > codeLengthLimit) {
    const span = { start: codeLengthLimit, end: source.length };
    return refused(source, { kind: 'too-long', length: source.length, limit: codeLengthLimit, span });
  }
  const labels = printedModelEdits(source);
  const unlabelled = applyEdits(source, labels);
  const repaired = repair(unlabelled.text);
  const tooDeep: CodeProblem = {
    kind: 'too-deep',
    limit: codeNestingLimit,
    span: { start: 0, end: source.length },
  };
  if (repaired.depth > codeNestingLimit) return refused(source, tooDeep);
  const tree = parse(repaired.text);
  if (deeperThan(tree, treeDepthLimit)) return refused(source, tooDeep);
  const interpreter = { evaluate: evaluateExpression, execute: executeStatement };
  const offsets = composeOffsets(repaired.offsets, unlabelled.offsets);
  const reading = new Reading(source, repaired.text, offsets, labels.length > 0, interpreter);
  for (const problem of repaired.problems) {
    const span = spanThrough(unlabelled.offsets, problem.span);
    reading.report({ ...problem, span });
  }
  const comments = survey(reading, tree);
  reading.execute(tree);
  enterUncalled(reading);
  return {
    source,
    calls: reading.calls.map(({ elements: _, ...call }) => call),
    models: findModels(reading),
    arrays: reading.landed.map(({ array }) => array),
    shapes: reading.shapes,
    comments,
    problems: reading.problems.toSorted((a, b) => a.span.start - b.span.start),
  };
}

function refused(source: string, problem: CodeProblem): Program {
  return { source, calls: [], models: [], arrays: [], shapes: [], comments: [], problems: [problem] };
}

/** Walks the tree once for its comments and for what the grammar could not place. */
function survey(reading: Reading, tree: Node): Program['comments'] {
  const comments: { start: number; end: number }[] = [];
  tree.cursor().iterate((node) => {
    if (node.name === 'Comment') comments.push(reading.spanOf(node));
    if (node.type.isError && node.to > node.from) {
      reading.report({ kind: 'syntax', written: reading.written(node), span: reading.spanOf(node) });
    }
  });
  return comments;
}
