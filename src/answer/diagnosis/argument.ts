import {
  asInt,
  configure,
  type FrameworkId,
  findLayers,
  type GivenArguments,
  type Layer,
  meantParameter,
  python,
} from '../../frameworks/index.ts';
import type { Question } from '../../question/index.ts';
import type { Diagnosis } from './diagnosis.ts';
import { byHand, byLayer, exampleSide, type Fix, firstFixes } from './fix.ts';
import { isChannelsFirst } from './layout.ts';

export interface Argument {
  readonly id: string;
  readonly framework: FrameworkId | null;
  readonly argument: string | null;
  readonly received: string | null;
  /** What was given for an argument that the layer does not know. */
  readonly value: string | null;
  readonly layer: string | null;
}

/** What each message is on, where it does not name the argument itself. */
const names: Readonly<Record<string, string>> = {
  'padding-argument': 'padding',
  'data-format-argument': 'data_format',
  'output-size-argument': 'output_size',
};

/** An argument that is not what the layer takes: what its framework says of this very call, and calls that work. */
export function argument(told: Argument, question: Question): Diagnosis {
  const { id, received } = told;
  const [found] = findLayers(told.layer ?? '');
  const layer = found ?? question.calls[0]?.layer ?? null;
  const name = told.argument ?? names[id] ?? (told.framework === 'torch' ? 'kernel_size' : null);
  const given = givenTo(id, layer, name, question);
  const configuration = layer && given ? configure(layer, given) : null;
  const framework = layer?.framework ?? told.framework ?? 'keras';
  const usable = layer && /^[A-Z]/.test(layer.name) ? layer : null;
  const call: Call = {
    framework,
    layer: usable,
    rank: layer?.rank ?? 2,
    window: asInt(given?.[0]?.value) ?? 2,
  };
  return {
    kind: 'argument',
    id,
    argument: name,
    received,
    advice: configuration && !configuration.ok ? configuration.advice : null,
    fixes: fixesFor({ ...told, argument: name }, call),
  };
}

/** The arguments that led to the message: the asker's own, or those that the message tells. */
function givenTo(
  id: string,
  layer: Layer | null,
  name: string | null,
  { calls }: Question,
): GivenArguments | null {
  const call = calls.find(
    ({ written, given, layer: own }) => written === 'call' && given.length > 0 && own.name === layer?.name,
  );
  if (call) return call.given;
  if (id === 'missing-argument') return [];
  return id === 'unrecognised-argument' && name ? [{ name, value: python.int(2) }] : null;
}

interface Call {
  readonly framework: FrameworkId;
  readonly layer: Layer | null;
  readonly rank: number;
  readonly window: number;
}

const tuple = (count: number, size: number): string => Array.from({ length: count }, () => size).join(', ');

/** A call that works, on an image that is taken for example. */
function works(code: string, { framework, rank }: Call, means: Fix['means'] = 'argument'): readonly Fix[] {
  const side = Array.from({ length: rank }, () => exampleSide);
  const first = isChannelsFirst(framework) || code.includes('channels_first');
  const batch = framework === 'keras' ? null : 1;
  return byLayer(means, code, first ? [batch, 3, ...side] : [batch, ...side, 3], framework, {
    extent: 'example',
  });
}

function fixesFor(told: Argument, call: Call): readonly Fix[] {
  const { id, received } = told;
  const { framework, window, rank } = call;
  const name = nameOf(call);
  const keras = framework === 'keras';
  switch (id) {
    case 'padding-argument':
      if (/causal/.test(received ?? '')) return causal;
      return keras
        ? firstFixes(
            works(`${name}(${window}, padding="same")`, call),
            works(`${name}(${window}, padding="valid")`, call),
          )
        : firstFixes(
            works(`${name}(3, stride=2, padding=1)`, call),
            works(`${name}(2, ceil_mode=True)`, call, 'ceil-mode'),
          );
    case 'data-format-argument':
      return works(
        `${name}(${window}, data_format="${/nc/i.test(received ?? '') ? 'channels_first' : 'channels_last'}")`,
        call,
      );
    case 'output-size-argument':
      return adaptive(told, call);
    case 'window-argument':
      return windowFixes(told, call, name);
    case 'attribute-size': {
      const other =
        told.argument === 'dilations'
          ? ', dilations=[1, 1]'
          : told.argument === 'pads'
            ? ', pads=[0, 0, 0, 0]'
            : '';
      return works(`${name}(kernel_shape=[${tuple(2, 2)}], strides=[${tuple(2, 2)}]${other})`, call);
    }
    case 'unrecognised-argument':
      return renamed(told, call, name);
    default:
      return framework === 'onnx'
        ? firstFixes(
            works(`${name}(kernel_shape=[${tuple(rank, window)}], strides=[${tuple(rank, window)}])`, call),
            works(`${name}(kernel_shape=[${tuple(rank, window)}])`, call, 'stride-one'),
          )
        : works(`${name}(${keras ? 'pool_size' : 'kernel_size'}=${window})`, call);
  }
}

function nameOf({ framework, layer, rank }: Call): string {
  const prefix = framework === 'torch' ? 'nn.' : '';
  if (layer) return `${prefix}${layer.name}`;
  if (framework === 'onnx') return 'MaxPool';
  return framework === 'torch' ? `nn.MaxPool${rank}d` : `MaxPooling${rank}D`;
}

/** Causal padding is Conv1D's: pooling takes the past alone where it is padded before. */
const causal: readonly Fix[] = firstFixes(
  byLayer('argument', 'MaxPooling1D(2, padding="same")', [null, exampleSide, 3], 'keras', {
    extent: 'example',
  }),
  byHand(
    'pad-before',
    'ZeroPadding1D((1, 0))',
    [null, exampleSide, 3],
    [null, exampleSide + 1, 3],
    'example',
  ),
);

/** An output size for every axis of the map, or one number. */
function adaptive({ received }: Argument, call: Call): readonly Fix[] {
  const sizes = (received?.match(/-?\d+/g) ?? []).map(Number);
  const wanted = sizes.filter((size) => size > 0);
  if (call.framework === 'torch') {
    const layer = call.layer ? `nn.${call.layer.name}` : `nn.AdaptiveAvgPool${call.rank}d`;
    const [size = 1] = wanted;
    return firstFixes(
      works(`${layer}(${size})`, call, 'size-given'),
      call.rank === 2 ? works(`${layer}((None, 7))`, call, 'keep-axis') : [],
    );
  }
  const inRank = (rank: number, size: string) =>
    works(
      `AdaptiveAveragePooling${rank}D(${size})`,
      { ...call, rank },
      rank === wanted.length ? 'other-rank' : 'argument',
    );
  if (wanted.length < 2 || wanted.length > 3) return inRank(call.rank, String(wanted[0] ?? 1));
  const fewer = wanted.length - 1;
  return firstFixes(
    inRank(wanted.length, `(${wanted.join(', ')})`),
    inRank(fewer, fewer === 1 ? String(wanted.at(-1)) : `(${wanted.slice(1).join(', ')})`),
  );
}

function windowFixes({ argument: name, received }: Argument, call: Call, layer: string): readonly Fix[] {
  const sizes = (received?.match(/\d+/g) ?? []).map(Number).filter((size) => size > 0);
  if (call.framework === 'torch')
    return firstFixes(works(`${layer}(2)`, call), works(`${layer}((${tuple(call.rank, 2)}))`, call));
  if (name === 'strides')
    return firstFixes(
      works(`${layer}(2, strides=2)`, call, 'stride'),
      works(`${layer}(2, strides=1)`, call, 'stride-one'),
    );
  const [size = call.window] = sizes;
  const other = sizes.length;
  return firstFixes(
    works(`${layer}((${tuple(call.rank, size)}${call.rank === 1 ? ',' : ''}))`, call),
    other > 1 && other <= 3 && other !== call.rank
      ? works(
          `${layer.replace(/\dD$/, `${other}D`)}((${sizes.join(', ')}))`,
          { ...call, rank: other },
          'other-rank',
        )
      : [],
  );
}

/** The argument under the name that the layer has for it, with the value that was given. */
function renamed({ argument: name, value }: Argument, call: Call, layer: string): readonly Fix[] {
  const meant = call.layer && name ? meantParameter(call.layer, name) : null;
  const bare = works(`${layer}(${/^Global/.test(layer) ? '' : call.window})`, call);
  if (name === 'mask')
    return firstFixes(
      bare.map((fix) => ({ ...fix, means: 'without-mask' as const })),
      works(`GlobalAveragePooling${call.rank}D()`, { ...call, rank: 1 }, 'takes-mask'),
    );
  if (!meant) return bare;
  const needed =
    /Average(?:Pool)/.test(layer) && !/^Global/.test(layer) && meant.name !== 'pool_size' ? '2, ' : '';
  const named = works(`${layer}(${needed}${meant.name}=${value ?? 2})`, call);
  return named.length > 0 || value !== null ? named : bare;
}
