import type { InputRead } from '../question.ts';
import { wordSet } from '../words/list.ts';
import type { Token } from '../words/token.ts';

const sequence = wordSet(
  'sequence sequences timestep timesteps steps token tokens sentence sentences signal series text audio waveform ecg eeg ' +
    'conv1d 1d words temporal',
);
const volume = wordSet('video videos clip clips volume volumes voxel voxels volumetric mri ct 3d conv3d');

/** In how many dimensions an input is pooled when the layer doesn't say: by its axes' names, the words, its rank. */
export function likelyRank(read: InputRead | null, tokens: readonly Token[]): 1 | 2 | 3 | null {
  const length = read?.shape.length ?? 0;
  if (read?.axes !== null && read?.axes !== undefined) {
    if (read.axes.includes('depth')) return 3;
    return read.axes.includes('steps') ? 1 : 2;
  }
  const says = (words: ReadonlySet<string>) => tokens.some(({ word }) => words.has(word));
  if (length === 5 || (says(volume) && (length === 4 || length === 0))) return 3;
  if (length === 1 || (says(sequence) && length <= 3)) return 1;
  return length === 0 ? null : 2;
}
