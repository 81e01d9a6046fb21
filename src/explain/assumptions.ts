import { type FrameworkId, frameworkNames } from '../frameworks/index.ts';
import type { Assumption, Question } from '../question/index.ts';
import type { Inline } from '../reply/index.ts';
import { formatCrossed } from './format.ts';

/** Frameworks whose layers know one layout only: nothing is assumed about it there. */
const oneLayout: readonly (FrameworkId | null)[] = ['torch', 'onnx', 'caffe'];

/** One sentence for each thing that was not said and had to be taken as given. */
export function assumptionLines({ assumptions, framework }: Question): readonly Inline[] {
  return assumptions
    .filter(({ kind }) => kind !== 'layout' || !oneLayout.includes(framework))
    .map(assumptionSentence);
}

function assumptionSentence(assumption: Assumption): string {
  switch (assumption.kind) {
    case 'layout':
      return assumption.because === 'framework'
        ? `channels stand ${placeOf(assumption.layout)} (${assumption.layout}, the framework's default)`
        : `channels stand ${placeOf(assumption.layout)} (${assumption.layout})`;
    case 'framework':
      return `${frameworkNames[assumption.framework]} rules, since no framework was named`;
    case 'elsewhere':
      return `the layer of ${frameworkNames[assumption.framework]}, since ${frameworkNames[assumption.named]} has none of this kind`;
    case 'stranger':
      return `${frameworkNames[assumption.framework]} rules: ${assumption.named}’s own defaults and rounding may differ, and I don’t have them`;
    case 'channels-in-front':
      return `channels stand in front, as ${frameworkNames[assumption.framework]} has them; if yours stand last, move them to the front first`;
    case 'floats':
      return `the numbers are floats; as ${assumption.dtype}, which your code makes of them, ${fateOf(assumption)}`;
    case 'batch-added':
      return 'a batch axis in front, which you left out';
    case 'channels-added':
      return 'a single channel, since the map has none';
    case 'reduce':
      return `${assumption.reduce} pooling, since the kind was not said; the shape is the same for both`;
    case 'rank':
      return `${assumption.rank}D pooling`;
    case 'input-shape':
      return `an input of ${formatCrossed(assumption.shape)}`;
    case 'example-values':
      return `one channel with the numbers 1 to ${assumption.count} row by row, since none were given; the gradient of an average is the same for all numbers, that of a maximum is not`;
    case 'argument':
      return `${assumption.name}=${assumption.value}`;
  }
}

/** PyTorch averages int64 alone among the integers, TensorFlow none of them. */
const fateOf = ({ framework, dtype }: Assumption & { kind: 'floats' }): string => {
  if (framework !== 'torch') return 'TensorFlow would refuse to average them';
  return dtype === 'int64'
    ? 'PyTorch would cut the averages off to whole numbers'
    : 'PyTorch would refuse to average them';
};

const placeOf = (layout: 'channels_last' | 'channels_first') =>
  layout === 'channels_last' ? 'last' : 'first';
