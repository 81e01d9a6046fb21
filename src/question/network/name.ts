import { findNetworks } from '../../model/index.ts';
import type { Token } from '../words/token.ts';

/** A published network as a text names it. */
export interface NamedNetwork {
  readonly name: string;
  /** Only its family was named, and this is the member that most courses mean. */
  readonly assumed: boolean;
  /** Over these tokens. */
  readonly from: number;
  readonly to: number;
}

const families: ReadonlyMap<string, string> = new Map([
  ['resnet', 'ResNet50'],
  ['vgg', 'VGG16'],
  ['vggnet', 'VGG16'],
  ['densenet', 'DenseNet121'],
  ['efficientnet', 'EfficientNetB0'],
  ['inception', 'InceptionV3'],
  ['squeezenet', 'SqueezeNet 1.0'],
]);

const familyPattern =
  /^(?:densenet|resnet|vgg|mobilenet|inception|googlenet|efficientnet|xception|alexnet|lenet|squeezenet|c3d)/;

/** A name may be spread over several tokens: "resnet 50", "LeNet-5", "inception v3", "squeezenet 1.1". */
const mostTokens = 5;

/** The published network that a text names first; null where it names none. */
export function networkNamed(tokens: readonly Token[]): NamedNetwork | null {
  for (const [from, { word }] of tokens.entries()) {
    if (!familyPattern.test(word)) continue;
    for (let length = mostTokens; length > 0; length -= 1) {
      const written = tokens.slice(from, from + length);
      const joined = written.map((token) => token.word).join('');
      const [found] = findNetworks(joined.replace(/[-–.]$/, ''));
      if (found !== undefined && written.at(-1)?.kind !== 'sign') {
        return { name: found.name, assumed: false, from, to: from + length };
      }
    }
    const member = families.get(word.replace(/s$/, ''));
    if (member !== undefined) return { name: member, assumed: true, from, to: from + 1 };
  }
  return null;
}
