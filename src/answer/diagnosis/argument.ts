import {
  asInt,
  configure,
  type FrameworkId,
  findLayers,
  type GivenArguments,
  type Layer,
  python,
} from '../../frameworks/index.ts';
import type { Shape } from '../../pooling/index.ts';
import type { Question } from '../../question/index.ts';
import type { Diagnosis } from './diagnosis.ts';
import { byLayer, exampleSide } from './fix.ts';

interface Argument {
  readonly argument: string | null;
  readonly received: string | null;
  readonly layer: string | null;
}

/** An argument that is not what the layer takes: what its framework says of this very call, and a call that works. */
export function argument(
  id: string,
  { argument: name, received, layer: written }: Argument,
  question: Question,
): Diagnosis {
  const [found] = findLayers(written ?? '');
  const layer = found ?? question.calls[0]?.layer ?? null;
  const given = givenTo(id, layer, name, question);
  const configuration = layer && given ? configure(layer, given) : null;
  const advice = configuration && !configuration.ok ? configuration.advice : null;
  const rank = layer?.rank ?? 2;
  const torch = /kernel_size|max_pool|avg_pool|tuple of ints, not str/i.test(question.text);
  const code = workingCall(id, layer?.name ?? null, rank, {
    torch,
    window: asInt(given?.[0]?.value) ?? 2,
  });
  const framework: FrameworkId = layer?.framework ?? (torch ? 'torch' : 'keras');
  const side = Array.from({ length: rank }, () => exampleSide);
  const example: Shape = framework === 'torch' || framework === 'onnx' ? [1, 3, ...side] : [null, ...side, 3];
  return {
    kind: 'argument',
    id,
    argument: name,
    received,
    advice,
    fixes: code ? byLayer('argument', code, example, framework, true) : [],
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

function workingCall(
  id: string,
  layer: string | null,
  rank: number,
  { torch, window }: { readonly torch: boolean; readonly window: number },
): string | null {
  const known = layer !== null && /^[A-Z]/.test(layer) ? layer : null;
  const name = known ?? (torch ? `MaxPool${rank}d` : `MaxPooling${rank}D`);
  const prefix = /\dd$/.test(name) ? 'nn.' : '';
  if (/^Global/.test(name)) return `${name}()`;
  if (/^Adaptive/.test(name)) return `${prefix}${name}(${window})`;
  if (id === 'output-size-argument')
    return prefix === ''
      ? `AdaptiveAveragePooling${rank}D(${window})`
      : `nn.AdaptiveAvgPool${rank}d(${window})`;
  if (/^(?:Max|Average|Lp)Pool$/.test(name))
    return `${name}(kernel_shape=[${Array.from({ length: 2 }, () => window).join(', ')}], strides=[${window}, ${window}])`;
  if (id === 'padding-argument')
    return torch ? `${prefix}${name}(3, stride=2, padding=1)` : `${name}(${window}, padding="same")`;
  if (id === 'data-format-argument') return `${name}(${window}, data_format="channels_last")`;
  return `${prefix}${name}(${/\dd$/.test(name) ? 'kernel_size' : 'pool_size'}=${window})`;
}
