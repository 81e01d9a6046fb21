import type { FrameworkId } from '../../frameworks/index.ts';
import type { Shape } from '../../pooling/index.ts';
import type { PastedError, Question, Span } from '../../question/index.ts';
import { argument } from './argument.ts';
import { wrongChannels } from './channels.ts';
import { convolutionTooLarge } from './convolution.ts';
import { wrongCount } from './count.ts';
import type { Diagnosis } from './diagnosis.ts';
import { featuresMismatch } from './features.ts';
import { wrongInput } from './input.ts';
import { imagesDiffer, sizesDiffer } from './joined.ts';
import { otherFixes } from './known/index.ts';
import { paddingTooLarge } from './padding.ts';
import { wrongRank } from './rank.ts';
import { toldIn } from './told.ts';
import { tooLarge } from './too-large.ts';
import { windowTooLarge } from './window.ts';

/** Reads a diagnosis out of a recognised message and of what stands around it; the ids are those of the messages' forms. */
export function diagnose(error: PastedError, question: Question): Diagnosis {
  const { id, message, numbers } = error;
  const { inputs, text } = question;
  // A function in the message itself is no call of the asker's.
  const calls = question.calls.filter(
    ({ given, layer }) => given.length > 0 || layer.family.window === 'global',
  );
  const around =
    inputs.find(({ shape, span }) => shape.length > 2 && !isIn(message, text, span))?.shape ?? null;
  const told = toldIn(error);
  const { number, shape, word } = told;
  const [call] = calls;
  const home = error.framework ?? question.framework ?? 'keras';
  const framework: FrameworkId = home === 'numpy' ? 'jax' : home;
  const layer = word('layer');
  const reduce = /average|avg/i.test(`${layer ?? ''} ${call?.layer.name ?? ''} ${text}`) ? 'average' : 'max';
  const known: Diagnosis = {
    kind: 'known',
    id,
    framework: home,
    numbers,
    fixes: fixesOf(id),
  };
  switch (id) {
    case 'negative-dimension':
    case 'output-not-positive':
    case 'output-too-small':
    case 'window-over-input':
      return isConvolution(told)
        ? convolution('keras')
        : windowTooLarge(tooLarge(id, told, { framework, reduce, text, around, call: call ?? null }));
    case 'convolution-too-large':
      return convolution(framework === 'torch' ? 'torch' : 'keras');
    case 'ndim':
    case 'input-rank': {
      const expected = number('expected') ?? number('batched') ?? shape('kernel')?.length ?? null;
      if (shape('input')?.slice(1).includes(0))
        return { ...known, id: 'empty-map', fixes: fixesOf('empty-map') };
      const input = shape('input') ?? (number('found') === null ? around : null);
      const found = number('found') ?? input?.length ?? null;
      if (expected === null || (found === null && id === 'input-rank')) return known;
      return wrongRank({
        framework,
        expected,
        unbatched: number('unbatched'),
        found: found !== null && found >= 0 ? found : null,
        input: input ?? (around?.length === found ? around : null),
        call: call ?? null,
        name: layer ?? layerIn(message) ?? (isOfConvolution.test(message) ? 'conv' : layerIn(text)),
      });
    }
    case 'linear-mismatch': {
      const input = shape('input');
      const expected = number('expected') ?? shape('weight')?.[0] ?? null;
      if (input && input.length > 2 && expected !== null && !/dense|matmul/i.test(message))
        return channels(expected, input.at(-1) ?? 0);
      const features = featuresMismatch({
        framework,
        rows: input?.[0] ?? null,
        arriving: number('arriving') ?? input?.at(-1) ?? null,
        expected,
        units: shape('weight')?.[1] ?? null,
      });
      return expected === null ? { ...features, fixes: known.fixes } : features;
    }
    case 'parameter-shape': {
      // Flax names first the shape that is stored, then the one that this input asks for.
      const [stored, needed] = [shape('stored') ?? [], shape('needed') ?? []];
      const [expected, found] = [stored.at(-2) ?? null, needed.at(-2) ?? null];
      if (stored.length !== needed.length || expected === null || found === null) return known;
      return stored.length === 2
        ? featuresMismatch({ framework, rows: null, arriving: found, expected, units: stored[1] ?? null })
        : channels(expected, found);
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
    case 'concatenate': {
      const first = shape('first') ?? shape('target') ?? one(number('first'));
      const second = shape('second') ?? shape('tensor') ?? one(number('second'));
      return first && second
        ? sizesDiffer({ first, second, framework: home, axis: number('axis'), along: number('joined') })
        : known;
    }
    case 'stack': {
      const [first, second] = [shape('first'), shape('second')];
      return first && second ? imagesDiffer(first, second) : known;
    }
    case 'channel-mismatch': {
      const [expected, found] = [number('expected'), number('found')];
      return expected === null || found === null ? known : channels(expected, found);
    }
    case 'reshape': {
      const row = number('row');
      const [wanted, size] = [shape('shape') ?? (row === null ? null : [null, row]), number('size')];
      return wanted && size !== null ? wrongCount(size, wanted, home) : known;
    }
    case 'wrong-input': {
      const [expected, found] = [shape('expected'), shape('found')];
      return expected && found ? wrongInput(expected, found) : known;
    }
    case 'wrong-size': {
      const [expected, found] = [both('expected', 'nextExpected'), both('found', 'nextFound')];
      return expected.length === 0 || found.length === 0
        ? known
        : { kind: 'wrong-input', expected, found, axis: number('axis'), swapped: false, fixes: known.fixes };
    }
    case 'loaded-weights': {
      const [stored, built] = [shape('stored') ?? [], shape('built') ?? []];
      const [arriving, expected] = [built[1] ?? null, stored[1] ?? null];
      return stored.length === 2 && built.length === 2 && arriving !== expected
        ? featuresMismatch({ framework, rows: null, arriving, expected, units: built[0] ?? null })
        : known;
    }
    case 'missing-argument':
    case 'unrecognised-argument':
    case 'window-argument':
    case 'padding-argument':
    case 'data-format-argument':
    case 'output-size-argument':
    case 'attribute-size':
      return argument(
        {
          id,
          framework:
            error.framework === null || error.framework === 'numpy' ? question.framework : error.framework,
          argument: word('argument'),
          received: word('received'),
          value: word('value'),
          layer: layer ?? layerIn(text) ?? call?.layer.name ?? null,
        },
        question,
      );
    default:
      return known;
  }

  function fixesOf(of: string) {
    return otherFixes({ id: of, message, framework, around, number, shape, word });
  }

  function both(...names: readonly string[]): readonly number[] {
    return names.map(number).filter((size) => size !== null);
  }

  function channels(expected: number, found: number): Diagnosis {
    return wrongChannels({
      expected,
      found,
      input: shape('input'),
      weight: id === 'channel-mismatch' ? shape('weight') : null,
      framework,
    });
  }

  function convolution(of: 'keras' | 'torch'): Diagnosis {
    const kernel = shape('kernel');
    return convolutionTooLarge({
      framework: of,
      input: shape('padded') ?? shape('input'),
      kernel: of === 'torch' ? kernel : (kernel?.slice(0, -2) ?? null),
      filters: of === 'torch' ? null : (kernel?.at(-1) ?? null),
    });
  }
}

/** Whether a shape stands in the message itself, so that it is none that the asker names. */
function isIn(message: string, text: string, span: Span | null): boolean {
  const start = text.lastIndexOf(message);
  return span !== null && span.start >= start && span.end <= start + message.length;
}

const one = (size: number | null): Shape | null => (size === null ? null : [size]);

/** TensorFlow says the same of a convolution's kernel as of a pooling window; the node names the operation. */
const isConvolution = ({ word }: ReturnType<typeof toldIn>): boolean =>
  /conv(?!.{0,60}pool)/i.test(word('operation') ?? word('layer') ?? '');

/** "4-dimensional weight", "received kernel of shape": the words of a convolution. */
const isOfConvolution = /-dimensional weight|kernel of shape/i;

const layerIn = (message: string): string | null =>
  /\b([A-Z][A-Za-z]+\d[Dd]|MaxPool|AveragePool|LpPool|GlobalAveragePool|GlobalMaxPool|adaptive_\w{3}_pool\dd)\b/.exec(
    message,
  )?.[1] ?? null;
