import type { FrameworkId } from '../../../frameworks/index.ts';
import type { Shape } from '../../../pooling/index.ts';
import { byHand, byLayer, exampleSide, type Fix } from '../fix.ts';
import { isChannelsFirst } from '../layout.ts';
import type { Reading } from '../message/reading.ts';

/** What is known of a message that says all there is. */
export type Known = Pick<Reading, 'id' | 'message' | 'framework' | 'around' | 'number' | 'shape' | 'word'>;

/** The usual input of a framework's layers, where nothing tells one: a coloured image. */
export const usualInput = (framework: FrameworkId, side = exampleSide): Shape =>
  isChannelsFirst(framework) ? [1, 3, side, side] : [framework === 'keras' ? null : 1, side, side, 3];

/** A layer on the asker's own input where it takes it, otherwise on an example. */
export function worked(
  means: Fix['means'],
  code: string,
  { framework, around }: Pick<Known, 'framework' | 'around'>,
  { input = usualInput(framework), on }: { readonly input?: Shape; readonly on?: string } = {},
): readonly Fix[] {
  const manner = on === undefined ? {} : { on };
  const own = around ? byLayer(means, code, around, framework, manner) : [];
  return own.length > 0 ? own : byLayer(means, code, input, framework, { ...manner, extent: 'example' });
}

/** A change of the array, on an example. */
export const example = (means: Fix['means'], code: string, input: Shape, output: Shape): readonly Fix[] =>
  byHand(means, code, input, output, 'example');
