import { asInt, type FrameworkId } from '../../frameworks/index.ts';
import type { Dimension, Layout, Shape, SpatialRank } from '../../pooling/index.ts';
import { findLayer } from '../catalogue.ts';
import { layoutOf } from '../shape/layout.ts';
import type { InputForm, Step, Trace } from './trace.ts';

/** What the first layers say of the input. */
interface Demand {
  readonly rank: SpatialRank | null;
  readonly channels: Dimension;
  readonly layout: Layout;
}

/**
 * The shapes that an asker can have meant, most likely first. The first layer that slides over axes says how many
 * there are; a batch that is left out is open, and so are channels beside a bare height and width. Before a Flatten or
 * a Dense with nothing in front, both readings are possible.
 */
export function formsOf(
  steps: readonly Step[],
  framework: FrameworkId | null,
  asked: Shape,
): readonly InputForm[] {
  const { rank, channels, layout } = demandOf(steps, framework);
  const asItIs: InputForm = { shape: asked, batchAdded: false, channelsAdded: false };
  const withBatch: InputForm = { shape: [null, ...asked], batchAdded: true, channelsAdded: false };
  if (asked[0] === null) return [asItIs];
  if (rank === null) return asked.length >= 4 ? [asItIs, withBatch] : [withBatch, asItIs];
  if (asked.length === rank + 1) return [withBatch];
  if (asked.length !== rank) return [asItIs];
  const map = layout === 'channels_last' ? [...asked, channels] : [channels, ...asked];
  return [{ shape: [null, ...map], batchAdded: true, channelsAdded: true }];
}

/** What goes in where nobody says: open in every axis that the first layers do not fix. */
export function openForm(steps: readonly Step[], framework: FrameworkId | null): InputForm {
  const { rank, channels, layout } = demandOf(steps, framework);
  if (rank === null) return { shape: null, batchAdded: false, channelsAdded: false };
  const lengths = Array.from({ length: rank }, () => null);
  const map = layout === 'channels_last' ? [...lengths, channels] : [channels, ...lengths];
  return { shape: [null, ...map], batchAdded: false, channelsAdded: false };
}

/** Behind these the shape has another number of axes than in front of them. */
const reshaping = /flatten|reshape|view|permute|transpose|squeeze|embedding|repeatvector/i;

function demandOf(steps: readonly Step[], framework: FrameworkId | null): Demand {
  for (const step of steps) {
    if (reshaping.test(step.name) && findLayer(step.name, framework)?.layer.rank == null) break;
    const layer = findLayer(step.name, framework)?.layer;
    if (layer === undefined || layer.rank === null) continue;
    const named = step.given.find(({ name }) => name === 'data_format')?.value;
    const layout = layoutOf(layer.framework, named);
    return { rank: layer.rank, channels: layer.framework === 'torch' ? channelsIn(steps) : null, layout };
  }
  return { rank: null, channels: null, layout: 'channels_last' };
}

/** PyTorch's first layer that names its input channels. */
function channelsIn(steps: readonly Step[]): Dimension {
  for (const { name, given } of steps) {
    if (!/Conv(Transpose)?\dd$/.test(name)) continue;
    const named = given.find((argument) => argument.name === 'in_channels') ?? given[0];
    if (named?.name === null || named?.name === 'in_channels') return asInt(named.value);
    return null;
  }
  return null;
}

/**
 * A shape of the trace as the asker writes shapes: without the batch that was added, and without channels as long as
 * nothing says how many there are.
 */
export function inOwnForm({ form }: Pick<Trace, 'form'>, shape: Shape): Shape {
  if (!form.batchAdded || shape.length < 2) return shape;
  const own = shape.slice(1);
  const whole = shape.length === form.shape?.length;
  return form.channelsAdded && whole ? own.filter((size) => size !== null) : own;
}
