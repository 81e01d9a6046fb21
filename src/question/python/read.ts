import { applyValue } from './evaluate/apply.ts';
import { enterUncalled } from './evaluate/define.ts';
import { evaluateExpression } from './evaluate/expression.ts';
import { executeStatement } from './evaluate/statement.ts';
import { findModels } from './model/find.ts';
import { applyEdits, composeOffsets, type MappedText, spanThrough } from './offsets.ts';
import { printedModelEdits } from './printed-model.ts';
import type { CodeProblem } from './problem.ts';
import type { CodeCall, Program } from './program.ts';
import { type CodeStyle, type DraftCall, Reading } from './reading.ts';
import { repair } from './repair.ts';
import { deeperThan, type Node, parse } from './tree.ts';

/** The longest code that is read, in UTF-16 units. */
export const codeLengthLimit = 16_000;
/** The deepest nesting of brackets that is read. */
export const codeNestingLimit = 64;
/** Operators and attributes nest the tree too; nobody writes this many in one expression. */
const treeDepthLimit = 400;

/** Reads Python, also a module as PyTorch prints it. */
export function readPython(source: string): Program {
  const labels = printedModelEdits(source);
  return readTranslated(source, applyEdits(source, labels), labels.length > 0 ? 'printed' : 'python');
}

/** The same for code that was put into Python first; `code` knows where each unit of it stands in `source`. */
export function readTranslated(source: string, code: MappedText, style: CodeStyle): Program {
  if (source.length > codeLengthLimit) {
    const span = { start: codeLengthLimit, end: source.length };
    return refused(source, { kind: 'too-long', length: source.length, limit: codeLengthLimit, span });
  }
  const tooDeep: CodeProblem = {
    kind: 'too-deep',
    limit: codeNestingLimit,
    span: { start: 0, end: source.length },
  };
  const repaired = repair(code.text);
  if (repaired.depth > codeNestingLimit) return refused(source, tooDeep);
  const tree = parse(repaired.text);
  if (deeperThan(tree, treeDepthLimit)) return refused(source, tooDeep);
  const interpreter = { evaluate: evaluateExpression, execute: executeStatement, apply: applyValue };
  const offsets = composeOffsets(repaired.offsets, code.offsets);
  const reading = new Reading(source, repaired.text, offsets, style, interpreter);
  for (const problem of repaired.problems) {
    const span = spanThrough(code.offsets, problem.span);
    reading.report({ ...problem, span });
  }
  const comments = survey(reading, tree);
  reading.execute(tree);
  enterUncalled(reading);
  const models = findModels(reading, tree);
  return {
    source,
    calls: reading.calls.map(finished),
    models,
    arrays: reading.landed.map(({ array }) => array),
    shapes: reading.shapes,
    comments,
    problems: reading.problems.toSorted((a, b) => a.span.start - b.span.start),
  };
}

function finished(draft: DraftCall): CodeCall {
  const { name, qualified, args, span, target, within, receiver, layers, settings, form } = draft;
  const [first, ...others] = layers;
  const wraps = first?.type === 'call' && others.length === 0 ? first.call : null;
  const applied = draft.applied.filter(({ implied }) => implied !== true);
  return { name, qualified, args, span, target, within, receiver, applied, settings, wraps, form };
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
