import { textLimit } from '../../src/question/index.ts';
import { questions } from './questions.ts';

const filled = (piece: string): string =>
  piece.repeat(Math.ceil(textLimit / piece.length)).slice(0, textLimit);

const layers = [
  'model.add(layers.Conv2D(64, (3, 3), padding="same", activation="relu"))',
  'model.add(layers.BatchNormalization())',
  'model.add(layers.MaxPooling2D(pool_size=(2, 2), strides=2))',
  '',
].join('\n');

const log = [
  'Epoch 7/50',
  '1563/1563 [==============================] - 12s 8ms/step - loss: 0.4127 - accuracy: 0.8551',
  '',
].join('\n');

const frame = '  File "lab/train.py", line 214, in forward\n    x = self.pool(self.features(x))\n';

/** Texts of the longest length that is read, of the kinds that people paste and of some that nobody should. */
export const longest: ReadonlyMap<string, string> = new Map([
  ['questions', filled(`${questions.join('\n')}\n`)],
  ['one question again and again', filled('what does AveragePooling2D(2) give on 4x4x4? ')],
  ['a Keras model', filled(`model = keras.Sequential()\n${layers.repeat(220)}`)],
  ['a training log', filled(log)],
  [
    'a traceback',
    filled(
      `Traceback (most recent call last):\n${frame.repeat(150)}RuntimeError: Given input size: (64x1x1). Calculated output size: (64x0x0). Output size is too small\n`,
    ),
  ],
  ['a matrix', filled(`[${'[0.25, 1, -3, 4.5],'.repeat(900)}`)],
  ['rows of numbers', filled('12 7 3 0.5 -4 88\n')],
  ['shapes', filled('4x4x4 (None, 7, 7, 512) torch.Size([1, 3, 8]) ')],
  ['open brackets', filled('[(')],
  ['one word', filled('pool')],
  ['misspelt words', filled('avrage poolling ovr globl featur mapps kernal strid ')],
]);
