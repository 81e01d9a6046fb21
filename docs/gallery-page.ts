import { answerQuestion } from '../src/answer/index.ts';
import { explain, type View } from '../src/explain/index.ts';
import { renderText } from '../src/platform/text/index.ts';
import { type Request, readQuestion, topicIds } from '../src/question/index.ts';
import type { Drawing, Message } from '../src/reply/index.ts';

/** A question as a student types it, with what was asked to be shown beside the answer. */
interface Shown {
  readonly text: string;
  readonly show: View;
  readonly prefer?: Request['prefer'];
}

const sections: Readonly<Record<string, readonly Shown[]>> = {
  Shapes: [
    { text: 'AveragePooling2D(2) on 4x4x4', show: 'picture' },
    { text: 'MaxPooling2D(3, strides=2) on (None, 28, 28, 64)', show: 'picture' },
    { text: "AveragePooling2D(pool_size=(2, 2), strides=2, padding='same') on (8, 5, 5, 3)", show: 'more' },
    { text: 'torch: nn.MaxPool2d(2, ceil_mode=True) with an input of [1, 10, 27, 41]', show: 'short' },
    { text: 'nn.AdaptiveAvgPool2d(3) on [1, 2, 7, 7]', show: 'picture' },
    { text: 'GlobalAveragePooling2D(keepdims=True) on (None, 7, 7, 1024)', show: 'picture' },
    {
      text: 'video clip features (None, 10, 36, 48, 20), MaxPooling3D(pool_size=(2, 3, 3)). dims after?',
      show: 'short',
    },
  ],
  Values: [
    { text: 'average pool 2x2 stride 2 of [[2,4,6,8],[0,2,4,6],[1,1,3,3],[5,5,7,7]]', show: 'picture' },
    {
      text: 'nn.MaxPool2d(3, stride=2, padding=1) on [[1,2,3,4,5],[6,7,8,9,10],[11,12,13,14,15],[16,17,18,19,20],[21,22,23,24,25]]',
      show: 'picture',
    },
    {
      text: 'torch AvgPool1d(3, stride=2, padding=1) on 3 6 9 12 15, default count_include_pad',
      show: 'picture',
    },
    { text: 'nn.MaxPool1d(2) on [1, nan, 3, 4]', show: 'short' },
    {
      text: 'masked mean: GlobalAveragePooling1D over steps 2, 4, 6, 100 with mask True True True False',
      show: 'short',
    },
  ],
  'Global against local': [
    { text: 'what is the difference between GlobalAveragePooling2D and AveragePooling2D?', show: 'short' },
    { text: '4x4x4', show: 'short', prefer: 'compare' },
    { text: '7x7x512', show: 'picture', prefer: 'compare' },
  ],
  'The same layer elsewhere': [
    {
      text: "keras MaxPooling2D(3, strides=2, padding='same') on (None, 112, 112, 64) in torch",
      show: 'short',
      prefer: 'convert',
    },
    { text: 'nn.AvgPool2d(2, padding=1) to onnx', show: 'short', prefer: 'convert' },
    { text: 'what is GlobalMaxPooling2D() called in pytorch', show: 'short' },
  ],
  Models: [
    {
      text: "Conv2D(16, 3, padding='same') on (64, 64, 3), MaxPooling2D(4), Conv2D(32, 3), GlobalAveragePooling2D(). all shapes please",
      show: 'short',
    },
    { text: 'receptive field after conv3x3, pool2x2 s2, conv3x3?', show: 'short' },
  ],
  Errors: [
    {
      text: "Negative dimension size caused by subtracting 4 from 3 for '{{node average_pooling2d_5/AvgPool}}' with input shapes: [?,3,3,128]",
      show: 'short',
    },
    {
      text: 'mat1 and mat2 shapes cannot be multiplied (32x1152 and 2048x10) right after pooling and flatten',
      show: 'short',
    },
    { text: 'AveragePooling2D(6) on 5x5x1', show: 'short' },
  ],
  'Not answered': [
    { text: 'will my model overfit with GAP?', show: 'short' },
    { text: 'my output shape is wrong, why?', show: 'short' },
    { text: 'how many lanes does an olympic swimming pool have', show: 'short' },
  ],
};

/** The page and the pictures that it shows, by file name. */
export interface Gallery {
  readonly page: string;
  readonly pictures: ReadonlyMap<string, Drawing>;
}

/** docs/gallery.md: real questions with the replies that they get, a section more, and every topic's explanation. */
export function gallery(more: string): Gallery {
  const pictures = new Map<string, Drawing>();
  const shown = (question: Shown): string => {
    const { text, show, prefer } = question;
    const reply = explain(answerQuestion(readQuestion({ text, ...(prefer ? { prefer } : {}) })), show);
    const command = prefer ? `/${prefer} ` : '';
    return [
      `### ${command}${text}`,
      '```text',
      renderText(withoutPictures(reply)),
      '```',
      ...picturesOf(reply, pictures),
    ].join('\n');
  };
  const topics = topicIds.map((id) => shown({ text: id, show: 'short', prefer: 'explain' }));
  const parts = Object.entries(sections).flatMap(([title, questions]) => [
    `## ${title}`,
    ...questions.map(shown),
  ]);
  const head =
    'Made from real questions by `npm run docs`; the replies are what the bot says, as plain text, with their pictures.';
  return { page: ['# Gallery', head, ...parts, more, '## Topics', ...topics, ''].join('\n\n'), pictures };
}

const withoutPictures = (reply: Message): Message => ({
  ...reply,
  blocks: reply.blocks.filter(({ kind }) => kind !== 'picture'),
});

function picturesOf({ blocks }: Message, pictures: Map<string, Drawing>): readonly string[] {
  return blocks.flatMap((block) => {
    if (block.kind !== 'picture') return [];
    const file = `${String(pictures.size + 1).padStart(2, '0')}.png`;
    pictures.set(file, block.draw());
    return ['', `![${block.alt.replaceAll(/[[\]]/g, '')}](images/gallery/${file})`];
  });
}
