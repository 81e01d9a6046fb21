import type { FrameworkId } from '../../frameworks/index.ts';
import type { Shape } from '../../pooling/index.ts';
import type { LayerCall } from '../../question/index.ts';
import { codeOfCall } from './call.ts';
import type { Diagnosis } from './diagnosis.ts';
import { byHand, byLayer, type Fix, firstFixes } from './fix.ts';

/** Keras' global layers by the axes they take, batch and channels included. */
const layersByAxes: Readonly<Record<number, string>> = {
  3: 'GlobalAveragePooling1D',
  4: 'GlobalAveragePooling2D',
  5: 'GlobalAveragePooling3D',
};

type Cause = Extract<Diagnosis, { kind: 'wrong-rank' }>['cause'];

export interface WrongRank {
  readonly framework: FrameworkId;
  readonly expected: number;
  readonly found: number | null;
  readonly input: Shape | null;
  /** The layer that the message or the asker's code names. */
  readonly call: LayerCall | null;
  readonly name: string | null;
}

/** "expected ndim=4, found ndim=2": an axis is missing, or there is one too many. */
export function wrongRank(told: WrongRank): Diagnosis {
  const { expected, input } = told;
  const found = told.found ?? input?.length ?? null;
  const cause = causeOf(expected, found, input, told.framework);
  return {
    kind: 'wrong-rank',
    expected,
    found,
    input,
    cause,
    layerOfFound: layersByAxes[found ?? 0] ?? null,
    fixes: input && input.length === found ? fixesFor(told, input, cause) : [],
  };
}

function causeOf(expected: number, found: number | null, input: Shape | null, framework: FrameworkId): Cause {
  if (found === null) return 'unknown';
  if (found > expected) return 'too-many';
  if (found <= 2 && expected >= 3) return 'flat';
  if (found !== expected - 1) return 'unknown';
  const [first = null, ...others] = input ?? [];
  if (!input) return 'unknown';
  if (first === null) return 'no-channels';
  const channels = framework === 'torch' ? first : (others.at(-1) ?? 0);
  if (channels <= 4) return 'no-batch';
  return first > 4 && others.every((size) => size !== null && size > 4) && first !== others[0]
    ? 'no-channels'
    : 'no-batch';
}

function fixesFor(
  { framework, expected, call, name }: WrongRank,
  input: Shape,
  cause: Cause,
): readonly Fix[] {
  const torch = framework === 'torch';
  const rank = expected - 2;
  const code = call?.layer.rank === rank ? codeOfCall(call) : usualLayer(name, rank, torch);
  const pooled = (means: Fix['means'], shape: Shape, how: string) =>
    byLayer(means, code, shape, framework).map((fix) => ({ ...fix, code: `${code} on ${how}` }));
  const shorter = usualLayer(name ?? call?.layer.name ?? null, input.length - 2, torch);
  switch (cause) {
    case 'no-batch':
      return firstFixes(
        pooled('add-batch', [1, ...input], torch ? 'x.unsqueeze(0)' : 'x[None]'),
        otherRank(input, shorter, framework),
      );
    case 'no-channels':
      return firstFixes(
        torch
          ? pooled('add-channel', [input[0] ?? null, 1, ...input.slice(1)], 'x.unsqueeze(1)')
          : pooled('add-channel', [...input, 1], 'x[..., None]'),
        otherRank(input, shorter, framework),
      );
    case 'flat':
      return firstFixes(
        byHand('leave-out', code.replace(/\(.*/s, ''), input, input),
        rank === 1 && !torch ? pooled('as-sequence', [...input, 1], 'x[..., None]') : [],
        torch ? byLayer('other-rank', 'nn.MaxPool1d(2)', input, framework) : [],
      );
    case 'too-many':
      return firstFixes(perStep(input, code, framework), otherRank(input, shorter, framework));
    case 'unknown':
      return input.length === expected - 1 ? otherRank(input, shorter, framework) : [];
  }
}

const otherRank = (input: Shape, code: string, framework: FrameworkId): readonly Fix[] =>
  byLayer('other-rank', code, input, framework);

/** Keras' TimeDistributed: the layer on every step for itself. */
function perStep(input: Shape, code: string, framework: FrameworkId): readonly Fix[] {
  if (framework === 'torch') return [];
  const [batch = null, steps = null, ...rest] = input;
  const [inner] = byLayer('per-step', code, [batch, ...rest], framework);
  if (!inner) return [];
  return byHand('per-step', `TimeDistributed(${code})`, input, [batch, steps, ...inner.output.slice(1)]);
}

/** `max_pooling2d_4` is a MaxPooling2D with the usual window; a bare message is on one too. */
function usualLayer(name: string | null, rank: number, torch: boolean): string {
  const global = /global_?(average|max)/i.exec(name ?? '');
  const average = /average|avg/i.test(name ?? '');
  if (torch) return `nn.${average ? 'Avg' : 'Max'}Pool${rank}d(2)`;
  if (global) return `Global${/average/i.test(global[0]) ? 'Average' : 'Max'}Pooling${rank}D()`;
  return `${average ? 'Average' : 'Max'}Pooling${rank}D(2)`;
}
