import type { PythonValue } from '../../frameworks/index.ts';
import type { Application, LayerCall } from '../question.ts';
import type { TopicId } from '../topics.ts';

/** Topics that the layers and their inputs imply, whatever the wording, with their weights. */
export function impliedTopics(
  calls: readonly LayerCall[],
  applications: readonly Application[],
): readonly (readonly [TopicId, number])[] {
  const found: (readonly [TopicId, number])[] = [];
  for (const call of calls) found.push(...ofCall(call));
  for (const application of applications) found.push(...ofApplication(application));
  const windows = new Set(calls.map(({ layer }) => layer.family.window));
  if (windows.has('global') && windows.has('local')) found.push(['global-vs-local', 4]);
  const reduces = new Set(calls.map(({ layer }) => layer.family.reduce));
  if (calls.length > 1 && reduces.has('max') && reduces.has('average')) found.push(['max-vs-average', 1.5]);
  return found;
}

function ofCall({ layer, given }: LayerCall): readonly (readonly [TopicId, number])[] {
  const found: (readonly [TopicId, number])[] = [];
  const { reduce, window } = layer.family;
  const has = (name: string) => given.some((argument) => argument.name === name);
  if (layer.rank === 1) found.push(['pool-1d', 3]);
  if (layer.rank === 3) found.push(['pool-3d', 3]);
  if (window === 'global') found.push(['gap-output-shape', 3]);
  if (window === 'global' && reduce === 'max') found.push(['global-max', 3]);
  if (window === 'adaptive') found.push(['adaptive-pooling', 4]);
  if (window === 'unpool') found.push(['unpooling', 4]);
  if (window === 'fractional' || reduce === 'lp' || reduce === 'min' || reduce === 'sum')
    found.push(['special-pooling', 4]);
  if (window === 'local') found.push(['output-size', 1.5]);
  if (has('keepdims')) found.push(['keepdims', 3]);
  if (has('data_format')) found.push(['data-format', 2]);
  if (has('ceil_mode')) found.push(['ceil-mode', 3]);
  if (has('count_include_pad') || has('divisor_override')) found.push(['average-padding-count', 4]);
  const padding = given.find(({ name }) => name === 'padding' || name === 'pads' || name === 'auto_pad');
  if (padding !== undefined && window === 'local') {
    if (padding.value.type === 'str') found.push(['padding-modes', 2]);
    if (reduce === 'average') found.push(['average-padding-count', 2]);
    if (reduce === 'max' && padding.value.type !== 'str') found.push(['max-padding', 2]);
  }
  if (given.some(({ name, value }) => value.type === 'tuple' && isWindowName(name) && isUneven(value.items)))
    found.push(['non-square', 3]);
  const stride = given.some(({ name }) => name === 'stride' || name === 'strides');
  if (window === 'local' && !stride && given.length === 1) found.push(['default-stride', 2]);
  return found;
}

function ofApplication({ configuration, input }: Application): readonly (readonly [TopicId, number])[] {
  if (!configuration.ok || input === null) return [];
  const { operation } = configuration;
  if (operation.kind !== 'pool' || operation.window.kind !== 'local') return [];
  const { kernel, stride } = operation.window;
  const found: (readonly [TopicId, number])[] = [];
  const { rank, layout } = operation.axes;
  const sizes = layout === 'channels_last' ? input.shape.slice(-rank - 1, -1) : input.shape.slice(-rank);
  const remainder = sizes.some((size, axis) => {
    const [k, s] = [kernel[axis] ?? 1, stride[axis] ?? 1];
    return size !== null && size >= k && (size - k) % s !== 0;
  });
  if (remainder) found.push(['odd-sizes', 2]);
  const tooSmall =
    operation.window.padding.kind === 'explicit' &&
    sizes.some((size, axis) => size !== null && size < (kernel[axis] ?? 1));
  if (tooSmall) found.push(['too-small-error', 5]);
  if (kernel.some((size, axis) => size > (stride[axis] ?? 1))) found.push(['overlapping', 1]);
  if (new Set(kernel).size > 1 || (rank === 2 && new Set(sizes).size > 1)) found.push(['non-square', 1.5]);
  return found;
}

function isWindowName(name: string | null): boolean {
  return name === null || name === 'pool_size' || name === 'kernel_size';
}

function isUneven(items: readonly PythonValue[]): boolean {
  const sizes = items.flatMap((item) => (item.type === 'int' ? [item.value] : []));
  return new Set(sizes).size > 1;
}
