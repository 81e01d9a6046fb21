import type { FrameworkId } from '../../frameworks/index.ts';
import type { Shape } from '../../pooling/index.ts';
import type { LayerCall, PastedError, Question } from '../../question/index.ts';
import { argument } from './argument.ts';
import { windowOfCall } from './call.ts';
import { channelsOf, wrongChannels } from './channels.ts';
import { wrongCount } from './count.ts';
import type { Diagnosis } from './diagnosis.ts';
import { featuresMismatch } from './features.ts';
import { byHand, type Fix } from './fix.ts';
import { sizesDiffer } from './joined.ts';
import { otherFixes, pooledRows } from './known.ts';
import { paddingTooLarge } from './padding.ts';
import { wrongRank } from './rank.ts';
import { windowTooLarge } from './window.ts';

/** Reads a diagnosis out of a recognised message and of what stands around it; the ids are those of the messages' forms. */
export function diagnose({ id, message, numbers }: PastedError, question: Question): Diagnosis {
  const { inputs, text } = question;
  // A function in the message itself is no call of the asker's.
  const calls = question.calls.filter(
    ({ given, layer }) => given.length > 0 || layer.family.window === 'global',
  );
  const around = inputs.find((read) => read.shape.length > 2)?.shape ?? null;
  const number = (name: string) => (typeof numbers[name] === 'number' ? numbers[name] : null);
  const shape = (name: string) => (Array.isArray(numbers[name]) ? (numbers[name] as Shape) : null);
  const word = (name: string) => (typeof numbers[name] === 'string' ? numbers[name] : null);
  const [call] = calls;
  const beside = windowOfCall(call);
  const reduce = /average|avg/i.test(`${word('layer') ?? ''} ${call?.layer.name ?? ''} ${text}`)
    ? 'average'
    : 'max';
  const framework = question.framework ?? frameworkOf(id, text);
  const known: Diagnosis = {
    kind: 'known',
    id,
    numbers,
    fixes: otherFixes(id, { framework, around }),
  };
  switch (id) {
    case 'negative-dimension':
      return windowTooLarge({
        framework: 'keras',
        input: shape('input') ?? around,
        window: number('window'),
        stride: beside?.stride ?? null,
        size: number('size'),
        reduce,
      });
    case 'output-not-positive':
      return windowTooLarge({
        framework: 'keras',
        input: shape('input') ?? around,
        window: largest(shape('window')) ?? beside?.window ?? null,
        stride: largest(shape('strides')) ?? beside?.stride ?? null,
        size: null,
        reduce,
      });
    case 'output-too-small':
      return windowTooLarge({
        framework: 'torch',
        input: planeOf(shape('input'), message) ?? unbatched(around, call),
        window: largest(shape('window')) ?? beside?.window ?? null,
        stride: beside?.stride ?? null,
        size: null,
        reduce,
      });
    case 'ndim':
    case 'input-rank': {
      const expected = number('expected') ?? number('batched');
      if (expected === null) return known;
      const found = number('found') ?? shape('input')?.length ?? null;
      return wrongRank({
        framework: id === 'input-rank' ? 'torch' : framework,
        expected,
        found: found !== null && found >= 0 ? found : null,
        input: shape('input') ?? around,
        call: call ?? null,
        name: word('layer'),
      });
    }
    case 'linear-mismatch': {
      const input = shape('input');
      const [expected, wanted] = [number('expected'), shape('weight')?.[0] ?? null];
      if (input && input.length > 2 && expected !== null && !/dense|matmul/i.test(message))
        return channelsOf(input, expected, framework);
      return featuresMismatch({
        framework,
        rows: input?.[0] ?? null,
        arriving: number('arriving') ?? input?.at(-1) ?? shape('built')?.[0] ?? null,
        expected: expected ?? wanted,
        units: shape('weight')?.[1] ?? null,
      });
    }
    case 'padding-too-large':
      return paddingTooLarge(
        {
          padding: number('padding'),
          window: number('window'),
          dilation: number('dilation') ?? 1,
          reduce,
          rank: Number(/pool(\d)d/i.exec(text)?.[1] ?? 2),
        },
        around,
        known,
      );
    case 'concatenate':
    case 'stack': {
      const first = shape('first') ?? one(number('first'));
      const second = shape('second') ?? one(number('second'));
      return first && second ? sizesDiffer(first, second, framework, id === 'stack') : known;
    }
    case 'channel-mismatch': {
      const [expected, found] = [number('expected'), number('found')];
      return expected === null || found === null
        ? known
        : wrongChannels(expected, found, shape('input'), framework);
    }
    case 'reshape': {
      const [wanted, size] = [shape('shape'), number('size')];
      return wanted && size !== null ? wrongCount(size, wanted) : known;
    }
    case 'wrong-input': {
      const [expected, found] = [shape('expected'), shape('found')];
      return expected && found
        ? { kind: 'wrong-input', expected, found, axis: null, fixes: resized(expected, found) }
        : known;
    }
    case 'wrong-size': {
      const [expected, found, axis] = [number('expected'), number('found'), number('axis')];
      return expected === null || found === null
        ? known
        : {
            kind: 'wrong-input',
            expected: [expected],
            found: [found],
            axis,
            fixes: [],
          };
    }
    case 'missing-argument':
    case 'unrecognised-argument':
    case 'window-argument':
    case 'padding-argument':
    case 'data-format-argument':
    case 'output-size-argument':
    case 'attribute-size':
      return argument(
        id,
        {
          argument: word('argument'),
          received: word('received'),
          layer: word('layer') ?? layerIn(text) ?? call?.layer.name ?? null,
        },
        question,
      );
    case 'label-shape': {
      const [logits, labels] = [shape('logits'), shape('labels')];
      return { ...known, fixes: logits && labels ? pooledRows(logits, labels) : [] };
    }
    default:
      return known;
  }
}

const one = (size: number | null): Shape | null => (size === null ? null : [size]);

function largest(shape: Shape | null): number | null {
  const sizes = (shape ?? []).filter((size) => size !== null);
  return sizes.length === 0 ? null : Math.max(...sizes);
}

/** Convolutions name the padded map without its channels. */
const planeOf = (input: Shape | null, message: string): Shape | null =>
  input && /per channel|smaller than kernel/i.test(message) ? [1, ...input] : input;

/** PyTorch's messages show one image's plane. */
function unbatched(around: Shape | null, call: LayerCall | undefined): Shape | null {
  const rank = call?.layer.rank ?? 2;
  return around && around.length === rank + 2 ? around.slice(1) : around;
}

const layerIn = (message: string): string | null =>
  /\b([A-Z][A-Za-z]+\d[Dd]|MaxPool|AveragePool|LpPool|GlobalAveragePool|GlobalMaxPool)\b/.exec(
    message,
  )?.[1] ?? null;

function frameworkOf(id: string, message: string): FrameworkId {
  if (id === 'channel-mismatch' || id === 'padding-too-large') return 'torch';
  if (/onnx/i.test(message) || ['padding-over-kernel', 'attribute-size', 'wrong-size'].includes(id))
    return 'onnx';
  const torch =
    /mat1|m1:|size mismatch|tensor a \(|sizes of tensors|stack expects|groups=|RuntimeError|invalid for input of size|\(batch mode\)|torch|Linear\b/i;
  return torch.test(message) && !/keras|\{\{node/i.test(message) ? 'torch' : 'keras';
}

function resized(expected: Shape, found: Shape): readonly Fix[] {
  if (expected.length !== found.length) return [];
  const [height, width] = expected.slice(1, 3);
  return byHand(
    'resize',
    `tf.image.resize(x, (${height}, ${width}))`,
    found,
    expected.map((size, axis) => size ?? found[axis] ?? null),
  );
}
