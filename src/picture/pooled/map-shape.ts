import { type Axes, channelAxis, type Shape } from '../../pooling/index.ts';
import type { MapShape } from '../shapes/block.ts';

/** A whole shape as `drawShapes` takes it: without its leading axes, channels apart; spatial axes may have gone. */
export function mapShape(axes: Axes, shape: Shape): MapShape {
  const rest = shape.slice(axes.lead);
  if (!axes.channels) return { spatial: rest, channels: 'none' };
  const channel = rest.length === 1 ? 0 : (channelAxis(axes) ?? 0) - axes.lead;
  return { spatial: rest.filter((_, axis) => axis !== channel), channels: rest[channel] ?? null };
}
