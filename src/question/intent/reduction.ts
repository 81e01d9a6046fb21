import { layersOf, python } from '../../frameworks/index.ts';
import type { LayerCall, Question } from '../question.ts';
import type { Expression } from '../sides/expression/expression.ts';
import { findExpressions } from '../sides/expression/find.ts';
import type { Understanding } from '../understand.ts';
import { commonParts } from './common.ts';

/** `x.mean([2, 3])` beside the shape or the numbers of `x`: computed as the global layer that does the same. */
export function readReduction(understanding: Understanding): Question | null {
  const { page, request, calls, asks } = understanding;
  const { prefer } = request;
  if (
    calls.length > 0 ||
    page.code.models.length > 0 ||
    (prefer !== undefined && prefer !== 'shape' && prefer !== 'values')
  )
    return null;
  if (asks.has('equality') || asks.has('difference') || asks.has('convert') || asks.has('why')) return null;
  const [found, more] = findExpressions(page.text);
  if (found === undefined || more !== undefined) return null;
  const { expression, span } = found;
  const call = globalLayer(expression);
  const inputs = understanding.inputs.filter(
    ({ read }) => read.span === null || read.span.end <= span.start || read.span.start >= span.end,
  );
  const [input, other] = inputs;
  if (call === null || input === undefined || other !== undefined) return null;
  // Axes are counted from the batch on, so that all of them have to be there.
  if (input.read.shape.length !== expression.rank + 2) return null;
  const common = commonParts(understanding, { calls: [call], inputs });
  if (input.read.values === null) return { ...common, kind: 'shape' };
  return { ...common, kind: 'values', wants: [], upstream: null, mask: null, indices: null };
}

/** Keras' layer is the reduction itself: its `data_format` names the axes, and `keepdims` means the same. */
function globalLayer(expression: Expression): LayerCall | null {
  if (expression.kind !== 'global') return null;
  const { reduce, rank, layout, keepdims } = expression;
  if (reduce !== 'average' && reduce !== 'max') return null;
  const [layer] = layersOf({ reduce, window: 'global' }, rank, 'keras');
  if (layer === undefined) return null;
  const given = [
    ...(layout === 'channels_first' ? [{ name: 'data_format', value: python.str(layout) }] : []),
    ...(keepdims ? [{ name: 'keepdims', value: { type: 'bool', value: true } as const }] : []),
  ];
  return { layer, given, written: 'call', applied: [], span: null };
}
