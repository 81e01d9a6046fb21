import { findNetworks } from '../../model/index.ts';
import type { Shape } from '../../pooling/index.ts';
import { findChain } from '../chain/find.ts';
import type { Candidate } from '../input/find.ts';
import type { Question } from '../question.ts';
import type { Understanding } from '../understand.ts';
import { commonParts } from './common.ts';

/** Sides below this are a map inside a network rather than an image for one. */
const smallestSide = 28;

/**
 * A published network on an image: "DenseNet121 at 320x320: what goes into the final GAP". The image is the network's
 * input and not the pooling layer's, so no layer is applied to it.
 */
export function readNetwork(understanding: Understanding): Question | null {
  const { page, asks, calls, inputs } = understanding;
  const network = networkNamed(page.tokens.map(({ word }) => word));
  const layers = calls.some(({ written, given }) => written === 'call' || given.length > 0);
  if (network === null || layers || findChain(page).length > 0) return null;
  const image = inputs.find(isImage);
  if (image === undefined && (inputs.length > 0 || !asks.has('shape'))) return null;
  const parts = commonParts(understanding, {
    applied: false,
    inputs: image ? [image] : [],
    topics: [['architectures', 6]],
  });
  return { ...parts, kind: 'trace', model: [], entries: [], others: [], origin: null, network };
}

/** A name may be two words: "resnet 50". Each is looked up once, however often it stands in a long text. */
function networkNamed(words: readonly string[]): string | null {
  const names = new Set<string>();
  for (const [at, word] of words.entries()) {
    for (const name of [`${word}${words[at + 1] ?? ''}`, word]) {
      if (name.length <= 3 || names.has(name)) continue;
      names.add(name);
      const [found] = findNetworks(name);
      if (found !== undefined) return found.name;
    }
  }
  return null;
}

function isImage({ read }: Candidate): boolean {
  return read.values === null && imageSides(read.shape) !== null;
}

/** Height and width of an image's shape, in either layout, with or without a batch; null for any other shape. */
export function imageSides(shape: Shape): readonly [number, number] | null {
  const unbatched = shape.length === 4 ? shape.slice(1) : shape;
  const [first, second, third] = unbatched;
  const sides =
    unbatched.length === 2 || third === 3 || third === 1
      ? [first, second]
      : first === 3 || first === 1
        ? [second, third]
        : [];
  const [height, width] = sides;
  if (!height || !width || Math.min(height, width) < smallestSide) return null;
  return [height, width];
}
