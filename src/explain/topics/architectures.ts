import { formatCount } from '../format.ts';
import { bullets, paragraph } from '../prose.ts';
import { type Topic, turns } from './topic.ts';

const images = 'the image size that these networks were published with';

export const architectures: Topic<'architectures'> = {
  title: 'Local pooling on the way, global pooling at the end',
  explain: ({ stem, first, second, third, head, vgg, vggFlattened, resnetHead }) => [
    paragraph(
      'Most networks shrink the map in the middle with local pooling or strides, and end in one global average pooling before the classifier, which then needs few weights and takes images of any size. DenseNet121 on 224 × 224 images:',
    ),
    bullets(turns(stem), turns(first), turns(second), turns(third), turns(head)),
    paragraph(
      `ResNet50 has one max pooling behind its first convolution and ends in the same way: ${turns(resnetHead)}. VGG16 uses only max pooling, the last one ${turns(vgg)}, and then Flatten with ${formatCount(vggFlattened)} numbers. MobileNetV2 has no local pooling at all; strided convolutions do its work.`,
    ),
  ],
  misconception: () => ({
    believed: 'every network alternates convolution and max pooling',
    actual:
      'DenseNet averages between its blocks, because every feature has to survive; newer networks mostly use strides.',
  }),
  next: 'GlobalAveragePooling2D on (None, 7, 7, 1024)',
  figures: [
    { figure: '224', source: images },
    { figure: '121', source: 'the name DenseNet121' },
    { figure: '50', source: 'the name ResNet50' },
    { figure: '16', source: 'the name VGG16' },
    { figure: '2', source: 'the name MobileNetV2' },
  ],
};
