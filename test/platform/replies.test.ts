import { describe, expect, test } from 'vitest';
import { discordFace } from '../../src/platform/browser/faces/discord.ts';
import { slackFace } from '../../src/platform/browser/faces/slack.ts';
import { reply } from '../explain/said.ts';

/** What is sent for real questions, on both platforms; a picture's bytes stand for themselves. */
const questions = [
  'AveragePooling2D(2) on 4x4x4',
  'what is the difference between GlobalAveragePooling2D and AveragePooling2D?',
  'average pool 2x2 stride 2 of [[2,4,6,8],[0,2,4,6],[1,1,3,3],[5,5,7,7]]',
  'nn.AvgPool2d(2, padding=1) to onnx',
  'mat1 and mat2 shapes cannot be multiplied (32x1152 and 2048x10)',
  'AveragePooling2D(6) on 5x5x1',
  'my output shape is wrong, why?',
];

const picture = new Uint8Array([1, 2, 3]);

describe.each(questions)('the reply to %s', (question) => {
  const message = reply(question);
  const pictures = message.blocks.filter(({ kind }) => kind === 'picture').map(() => picture);

  test.each([
    ['Discord', () => discordFace(message, pictures, (index) => `picture-${index}`)],
    [
      'Slack',
      () =>
        slackFace(
          message,
          pictures.map((_, index) => `picture-${index}`),
        ),
    ],
  ] as const)('is sent to %s as before, within every limit', (_, face) => {
    const { messages } = face();
    const over = messages.flatMap(({ sizes }) =>
      sizes.filter(({ used, most }) => most !== null && used > most),
    );
    expect(over).toEqual([]);
    expect(messages.map(({ payload }) => payload).join('\n')).toMatchSnapshot();
  });
});
