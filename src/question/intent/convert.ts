import type { FrameworkId } from '../../frameworks/index.ts';
import { translateCall } from '../layer/retarget.ts';
import { withUsual } from '../layer/usual.ts';
import type { Question } from '../question.ts';
import type { Understanding } from '../understand.ts';
import { wordSet } from '../words/list.ts';
import { commonParts } from './common.ts';

const topics = [['framework-convert', 6]] as const;

const everywhere: readonly FrameworkId[] = ['keras', 'torch', 'onnx', 'tensorflow'];

/** "MaxPooling2D(2) in PyTorch", "what is GAP called in torch": a layer and the frameworks to say it in. */
export function readConvert(understanding: Understanding): Question | null {
  const { page, asks, calls, request, rank, inputs } = understanding;
  const first = calls.find(({ written, given }) => written === 'call' || given.length > 0) ?? calls[0];
  if (first === undefined) return null;
  const wanted = request.prefer === 'convert';
  const words = calls.every(({ written }) => written === 'words');
  const named = [...new Set(page.frameworks.map(({ framework }) => settled(framework)))];
  if (words && (wanted || asks.has('convert')) && inputs.length === 0) {
    const neutral = calls.map((call) => translateCall(call, 'keras', rank));
    const source = neutral[0]?.layer.framework;
    const to = named.length > 0 ? named : everywhere.filter((id) => id !== source);
    return named.length === 0 && !wanted
      ? null
      : { ...commonParts(understanding, { calls: neutral, topics }), kind: 'convert', to };
  }
  const source = first.layer.framework;
  const others = named.filter((framework) => framework !== source);
  if (wanted) {
    const exactly = [...new Set(page.frameworks.map(({ framework }) => framework))].filter(
      (id) => id !== source,
    );
    const to = exactly.length > 0 ? exactly : everywhere.filter((id) => id !== source);
    return { ...commonParts(understanding, { topics }), kind: 'convert', to };
  }
  const toward = page.frameworks.some(({ framework, at }) => {
    const before = page.tokens.slice(Math.max(0, at - 2), at);
    return settled(framework) !== source && before.some(({ word }) => directions.has(word));
  });
  if (others.length === 0 || words || !(asks.has('convert') || toward)) return null;
  // "Which AveragePooling2D in Keras?" only names what to look for.
  const sources = calls.filter(
    ({ layer, written }) => written === 'call' || !others.includes(layer.framework),
  );
  const completed = sources.map(withUsual);
  const choice = {
    calls: completed.map(({ call }) => call),
    assumptions: completed.flatMap(({ assumptions }) => assumptions),
    topics,
  };
  return { ...commonParts(understanding, choice), kind: 'convert', to: others };
}

const directions = wordSet('to in into for as -> with using');

/** Who says TensorFlow means its layers, which are Keras'. */
function settled(framework: FrameworkId): FrameworkId {
  return framework === 'tensorflow' ? 'keras' : framework;
}
