import { bullets, paragraph } from '../prose.ts';
import { type Topic, turns } from './topic.ts';

export const dataFormat: Topic<'data-format'> = {
  title: 'data_format says where the channels stand, and so which axes are pooled',
  explain: ({ last, first, mistaken, torch, globalLast, globalFirst }) => [
    paragraph(
      'Keras reads (batch, height, width, channels) unless told `data_format="channels_first"`; PyTorch and ONNX always read (batch, channels, height, width). Only height and width are pooled.',
    ),
    bullets(turns(last), turns(first), `PyTorch: ${turns(torch)}`, turns(globalLast), turns(globalFirst)),
    paragraph(
      `Read the wrong way round there is often no error, only wrong axes: ${turns(mistaken)}, which pools the channels as if they were rows.`,
    ),
  ],
  misconception: () => ({
    believed: 'the layer finds out by itself which axis holds the channels',
    actual: 'It cannot: the same numbers could be either. It takes the setting.',
  }),
  next: 'MaxPooling2D(data_format="channels_first") on (None, 12, 50, 21)',
  figures: [],
};
