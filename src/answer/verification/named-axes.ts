import { findLayers, type Layer } from '../../frameworks/index.ts';
import type { Ruling } from './claim.ts';
import { isDenied } from './covered.ts';
import { layersIn } from './layers.ts';

/** What people call an axis; `1` is an axis that is kept with one cell. */
const axisWords: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ['batch', 'batch batch_size batchsize b n none samples num_samples'],
    ['channels', 'channels channel c features feature filters depth_channels num_channels n_channels'],
    ['depth', 'depth d frames'],
    ['height', 'height h rows'],
    ['width', 'width w cols columns'],
    ['steps', 'steps step timesteps time_steps time length l seq_len sequence_length seq_length t'],
    ['1', '1'],
  ].flatMap(([axis = '', words = '']) => words.split(' ').map((word) => [word, axis])),
);

const says =
  /^(?:the )?LAYER(?: layer)? (takes|expects|accepts|needs|requires|(?:does not |doesn't )?(?:returns?|outputs?|gives?|produces?))(?: an?)?(?: (?:input|output|tensor|array|shape|result|of|with|in|the|form))* \(([a-z0-9_, ]+)\)$/i;

/** "GlobalMaxPooling1D returns (batch, features)": axes by their names, in the order of Keras' default layout. */
export function checkNamedAxes(sentence: string): Ruling | null {
  const [named, other] = layersIn(sentence);
  if (!named || other || named.text.includes('(')) return null;
  const [layer] = findLayers(named.text);
  if (!layer?.rank || layer.framework !== 'keras' || layer.form !== 'class') return null;
  const [, verb = '', list = ''] =
    says.exec(`${sentence.slice(0, named.start)}LAYER${sentence.slice(named.end)}`) ?? [];
  const stated = list.split(',').map((word) => axisWords[plain(word)]);
  if (list === '' || stated.length < 2 || stated.some((axis) => axis === undefined)) return null;
  const entering = /take|expect|accept|need|require/i.test(verb);
  const wanted = entering ? inputAxes(layer) : outputAxes(layer);
  const output = outputAxes(layer).length;
  // In another order they are those of another data_format.
  if (stated.toSorted().join() === wanted.toSorted().join() && stated.join() !== wanted.join()) return null;
  return {
    right: (stated.join() === wanted.join()) !== isDenied(sentence),
    truth: { kind: 'axes', layer: layer.name, input: layer.rank + 2, output },
  };
}

const plain = (word: string): string =>
  word
    .trim()
    .toLowerCase()
    .replace(/^(?:new|pooled|out|output|reduced|downsampled)_/, '');

const spatial: Readonly<Record<number, readonly string[]>> = {
  1: ['steps'],
  2: ['height', 'width'],
  3: ['depth', 'height', 'width'],
};

const inputAxes = ({ rank }: Layer): readonly string[] => [
  'batch',
  ...(spatial[rank ?? 0] ?? []),
  'channels',
];

const outputAxes = (layer: Layer): readonly string[] =>
  layer.family.window === 'global' ? ['batch', 'channels'] : inputAxes(layer);
