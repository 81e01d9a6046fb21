import type { Missing, Unread } from '../question/index.ts';
import { code, type Inline, type Message } from '../reply/index.ts';
import { formatCount } from './format.ts';
import { message, text } from './message.ts';

const shapeExample = 'AveragePooling2D(2) on 4x4x4';
const wordExample = 'what is the difference between GlobalAveragePooling2D and AveragePooling2D?';

/** Says plainly what could not be read or is missing, and shows a question that works. Nothing is invented. */
export function explainUnread(unread: Unread): Message {
  const { title, body, example = shapeExample } = wordsFor(unread);
  return message({
    title,
    blocks: [...body.map((line) => text(line)), text('For example: ', code(example))],
    visibility: 'private',
  });
}

interface Words {
  readonly title: string;
  readonly body: readonly Inline[];
  readonly example?: string;
}

function wordsFor(unread: Unread): Words {
  switch (unread.reason) {
    case 'empty':
      return {
        title: 'Ask me something about a pooling layer',
        body: ['I read layers, shapes, code and plain questions, and compute the answer.'],
      };
    case 'too-long':
      return {
        title: 'That is more text than I read at once',
        body: [
          `It has ${formatCount(unread.length)} characters; I read up to ${formatCount(unread.limit)}. Send the layer and the input shape alone.`,
        ],
      };
    case 'off-topic':
      return {
        title: 'That is not about pooling layers',
        body: [
          'I answer questions on pooling in neural networks: shapes, values, and how the layers differ.',
        ],
      };
    case 'not-computable':
      return { title: 'I can’t compute that', body: [notComputable[unread.about]], example: wordExample };
    case 'unknown-layer':
      return unknownLayer(unread.name, unread.nearest);
    case 'bad-shape':
      return { title: `I could not use the shape ${unread.written}`, body: [unread.problem] };
    case 'other-language':
      return {
        title: `This is ${unread.language}, which I don’t read`,
        body: [
          'I follow models in Python (Keras, PyTorch and others), R with keras, prototxt, print(model) and model.summary(). Send me one of these.',
        ],
        example: 'Conv2D(8, 3), MaxPooling2D(2), Flatten() on 28x28x1',
      };
    case 'bad-code':
      return {
        title: 'I could not read this code',
        body: [['I got as far as ', code(unread.written), `: ${unread.problem}`]],
      };
    case 'incomplete':
      return incomplete(unread.missing);
    case 'contradiction':
      return {
        title: 'Two things in your question contradict each other',
        body: [['You wrote ', code(unread.first), ' and ', code(unread.second), '. Which of them holds?']],
      };
    case 'unreadable':
      return {
        title: 'I could not read a pooling question in this',
        body: [
          'Name a layer and an input shape, or ask about a term such as keepdims, padding="same" or ceil_mode.',
        ],
        example: wordExample,
      };
  }
}

const notComputable: Readonly<Record<(Unread & { reason: 'not-computable' })['about'], string>> = {
  'training-result':
    'It depends on your data and your training. What is certain: pooling layers have no weights, and a Dense layer behind global pooling has far fewer than behind Flatten. Send me the shape before it and I count both.',
  'run-time': 'It depends on your machine and the library: only a measurement tells.',
  'random-draw':
    'It was drawn at random in your run, and nothing in the question says how. With the random samples I can compute it exactly.',
  opinion:
    'It is a matter of judgement, not of arithmetic. I can compute shapes, values and parameters for both choices.',
  unseen:
    'I can’t see what it depends on. Send the array or its shape together with the layer, and I compute it.',
};

function unknownLayer(name: string, nearest: readonly string[]): Words {
  const [first] = nearest;
  if (first === undefined) return { title: `I don’t know a layer called ${name}`, body: [] };
  return {
    title: `I don’t know a layer called ${name}`,
    body: [
      [
        'Did you mean ',
        ...nearest.flatMap((one, at) => [
          at === 0 ? '' : at === nearest.length - 1 ? ' or ' : ', ',
          code(one),
        ]),
        '?',
      ],
    ],
    example: `${first}() on 8x8x3`,
  };
}

const questions: Readonly<Record<Missing, string>> = {
  'input-shape': 'Which input shape? Give it as height × width × channels, or as a tuple with the batch.',
  'input-values': 'Which numbers? Paste the array, or attach it.',
  layer: 'Which pooling layer, with which arguments?',
  'pool-size': 'Which window size (pool_size or kernel_size)?',
  'target-size': 'Which output size do you want to reach?',
  code: 'Which code? Paste the layers and the input shape.',
  question: 'What do you want to know about it: its output shape, values, or how it works?',
};

function incomplete(missing: readonly Missing[]): Words {
  return {
    title: missing.length === 1 ? 'I need one more thing' : 'I need a little more',
    body: missing.map((one) => questions[one]),
  };
}
