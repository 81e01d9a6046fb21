import type { Ruling } from './claim.ts';
import type { Context } from './context.ts';
import { isDenied } from './covered.ts';
import { layersIn, readWith } from './layers.ts';

const becomes =
  /^(?:the )?(\d+) (?:input )?(?:channels?|feature maps?) (?:(?:will )?(?:become|becomes|turn into|turns into|shrink to|are reduced to|go down to|are halved to|remain|stay)|(?:do |does |are |will )?not become) (\d+)(?: (?:output )?(?:channels?|feature maps?))?(?: after (.+))?$/i;

/** "64 channels become 32", of the pooling layer that is named or was spoken of: channels stay as many as they are. */
export function checkChannels(sentence: string, { layer, framework, clear }: Context): Ruling | null {
  const [, before, after, behind] = becomes.exec(sentence) ?? [];
  const named = behind ?? (clear ? layer : null);
  if (!before || !named || layersIn(named).some(({ pooling }) => !pooling)) return null;
  const { calls } = readWith(named, framework);
  if (calls.length === 0 || calls.some((call) => call.layer.family.window === 'unpool')) return null;
  return {
    right: (before === after) !== isDenied(sentence),
    truth: { kind: 'rule', rule: 'own-channel' },
  };
}
