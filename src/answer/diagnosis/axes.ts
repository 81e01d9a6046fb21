import type { FrameworkId } from '../../frameworks/index.ts';
import type { Shape } from '../../pooling/index.ts';
import type { LayerCall } from '../../question/index.ts';
import { codeOfCall } from './call.ts';
import type { Diagnosis } from './diagnosis.ts';
import { byHand, byLayer, type Extent, type Fix, firstFixes, leaveOut } from './fix.ts';
import { isChannelsFirst } from './layout.ts';

export type Cause = Extract<Diagnosis, { kind: 'wrong-rank' }>['cause'];

export interface WrongRank {
  readonly framework: FrameworkId;
  readonly expected: number;
  /** PyTorch takes one image without its batch too. */
  readonly unbatched: number | null;
  readonly found: number | null;
  readonly input: Shape | null;
  /** The layer that the message or the asker's code names. */
  readonly call: LayerCall | null;
  readonly name: string | null;
}

/** Layers that don't pool: only the array is changed, and no pooling layer is put in their place. */
const others = /conv|dense|flatten|lstm|gru|rnn|input|linear|norm/i;
export const isPooling = ({ name, call, framework }: WrongRank): boolean =>
  framework !== 'onnx' && (call !== null || name === null || !others.test(name));

/** Ways to the number of axes that a layer wants, or to a layer that wants these. */
export function axesFixes(told: WrongRank, input: Shape, cause: Cause, extent: Extent): readonly Fix[] {
  const { framework, expected } = told;
  const torch = framework === 'torch';
  const pooling = isPooling(told);
  const code = layerCode(told);
  /** The layer on the changed array, or the change alone. */
  const changed = (means: Fix['means'], how: string, shape: Shape) =>
    pooling
      ? byLayer(means, code, shape, framework, { on: how, extent })
      : byHand(means, how, input, shape, extent);
  switch (cause) {
    case 'no-batch':
      return changed('add-batch', torch ? 'x.unsqueeze(0)' : 'x[None]', [1, ...input]);
    case 'no-channels': {
      const shape = torch ? [input[0] ?? null, 1, ...input.slice(1)] : [...input, 1];
      return firstFixes(
        changed('add-channel', torch ? 'x.unsqueeze(1)' : 'x[..., None]', shape),
        pooling
          ? otherRank(told, input, extent)
          : byHand('in-model', `Reshape((${shape.slice(1).join(', ')}))`, input, shape, extent),
      );
    }
    case 'flat':
      return flatFixes(told, input, extent, changed);
    case 'too-many':
      return tooMany(told, input, extent, code);
    case 'unknown':
      if (expected === 2 && input.length === 1) return changed('add-axis', 'x[..., None]', [...input, 1]);
      return pooling && input.length >= 3
        ? firstFixes(
            otherRank(told, input, extent),
            torch ? changed('add-channel', 'x.unsqueeze(0)', [1, ...input]) : [],
          )
        : [];
  }
}

type Changed = (means: Fix['means'], how: string, shape: Shape) => readonly Fix[];

function flatFixes(told: WrongRank, input: Shape, extent: Extent, changed: Changed): readonly Fix[] {
  const { framework, expected, name } = told;
  const torch = framework === 'torch';
  const [batch = null, features = null] = input;
  if (/flatten/i.test(name ?? '')) return leaveOut(input, extent);
  if (input.length === 1) return changed('add-batch', torch ? 'x.unsqueeze(0)' : 'x[None]', [1, ...input]);
  if (!isPooling(told) || expected === 3) {
    const sequence =
      expected !== 3
        ? []
        : torch
          ? changed('as-sequence', 'x.unsqueeze(1)', [batch, 1, features])
          : changed('as-sequence', 'x[..., None]', [...input, 1]);
    return firstFixes(
      sequence,
      expected === 4 ? toImage(input, extent, isChannelsFirst(framework)) : [],
      isPooling(told) ? leaveOut(input, extent) : [],
      !isPooling(told) && !torch && expected === 3 && features !== null
        ? byHand('in-model', `Reshape((${features}, 1))`, input, [...input, 1], extent)
        : [],
    );
  }
  return firstFixes(
    leaveOut(input, extent),
    torch && !/adaptive/i.test(name ?? '')
      ? byLayer('as-sequence', 'nn.MaxPool1d(2)', [batch, 1, features], framework, {
          on: 'x.unsqueeze(1)',
          extent,
        })
      : [],
  );
}

/** 784 numbers are a grey image of 28 × 28, 3072 a coloured one of 32 × 32. */
function toImage([batch = null, features = null]: Shape, extent: Extent, first: boolean): readonly Fix[] {
  const channels = [1, 3].find((count) => Number.isInteger(Math.sqrt((features ?? 0.5) / count)));
  if (features === null || !channels || extent === 'example') return [];
  const side = Math.sqrt(features / channels);
  const image = first ? [channels, side, side] : [side, side, channels];
  const code = first ? `x.reshape(-1, ${image.join(', ')})` : `Reshape((${image.join(', ')}))`;
  return byHand('to-image', code, [batch, features], [batch, ...image]);
}

function tooMany(told: WrongRank, input: Shape, extent: Extent, code: string): readonly Fix[] {
  const { framework, expected, name } = told;
  const [batch = null, steps = null, ...rest] = input;
  const torch = framework === 'torch';
  if (torch) {
    const merged = batch === null || steps === null ? null : batch * steps;
    if (!isPooling(told))
      return rest.length + 1 === expected
        ? byHand('merge-batch', 'x.flatten(0, 1)', input, [merged, ...rest], extent)
        : [];
    return firstFixes(
      otherRank(told, input, extent),
      rest.length + 1 === expected && expected > 3
        ? byLayer('merge-batch', code, [merged, ...rest], framework, { on: 'x.flatten(0, 1)', extent })
        : [],
      expected === 3 && input.length === 4 ? asOneLine(input, code, extent) : [],
    );
  }
  const last = input.length === expected + 1 ? (input.at(-1) ?? null) : null;
  const dropped = last === 1 ? byHand('drop-axis', 'x[..., 0]', input, input.slice(0, -1), extent) : [];
  if (expected === 2)
    return firstFixes(
      flattened(input, extent),
      input.length === 3 ? byLayer('global', 'GlobalAveragePooling1D()', input, 'keras', { extent }) : [],
    );
  const sequence = expected === 3 && input.length === 4 ? asSequence(input, extent) : [];
  if (!isPooling(told)) return firstFixes(dropped, sequence);
  const [inner] = byLayer('per-step', code, [batch, ...rest], framework);
  const each =
    inner && !/timedistributed/i.test(name ?? '')
      ? byHand(
          'per-step',
          `TimeDistributed(${code})`,
          input,
          [batch, steps, ...inner.output.slice(1)],
          extent,
        )
      : [];
  const other = otherRank(told, input, extent);
  return expected === 3
    ? firstFixes(dropped, other, each, sequence)
    : firstFixes(dropped, each, other, sequence);
}

function flattened(input: Shape, extent: Extent): readonly Fix[] {
  const [batch = null, ...rest] = input;
  const features = rest.reduce<number | null>(
    (product, size) => (product === null || size === null ? null : product * size),
    1,
  );
  return byHand('flatten-first', 'Flatten()', input, [batch, features], extent);
}

/** Height and width become one axis of steps. */
function asSequence([batch = null, height = null, width = null, channels = null]: Shape, extent: Extent) {
  const steps = height === null || width === null ? null : height * width;
  return byHand(
    'as-sequence',
    `Reshape((${steps ?? -1}, ${channels}))`,
    [batch, height, width, channels],
    [batch, steps, channels],
    extent,
  );
}

function asOneLine(
  [batch = null, channels = null, height = null, width = null]: Shape,
  code: string,
  extent: Extent,
) {
  const cells = height === null || width === null ? null : height * width;
  return byLayer('as-sequence', code, [batch, channels, cells], 'torch', { on: 'x.flatten(2)', extent });
}

const otherRank = (told: WrongRank, input: Shape, extent: Extent): readonly Fix[] =>
  byLayer('other-rank', layerCode(told, input.length - 2 - alone(told, input)), input, told.framework, {
    extent,
  });

/** PyTorch's one image has an axis less than a batch of them. */
const alone = ({ framework, expected }: WrongRank, input: Shape): number =>
  framework === 'torch' && input.length < expected - 1 ? -1 : 0;

/** The asker's own call where it has the rank, or the layer that the message names with the usual window. */
function layerCode({ framework, call, name, expected }: WrongRank, rank = expected - 2): string {
  if (call?.layer.rank === rank) return codeOfCall(call);
  const layer = `${name ?? ''} ${call?.layer.name ?? ''}`;
  const average = /average|avg/i.test(layer);
  if (framework === 'torch') {
    const kind = average ? 'Avg' : 'Max';
    return /adaptive/i.test(layer) ? `nn.Adaptive${kind}Pool${rank}d(1)` : `nn.${kind}Pool${rank}d(2)`;
  }
  const kind = average ? 'Average' : 'Max';
  return /global/i.test(layer) ? `Global${kind}Pooling${rank}D()` : `${kind}Pooling${rank}D(2)`;
}
