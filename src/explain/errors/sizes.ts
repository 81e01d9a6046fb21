import { formatCount, formatCrossed, formatNumber, formatTuple } from '../format.ts';
import { paragraph } from '../prose.ts';
import type { Of, Words } from './words.ts';

export function wrongChannels({ expected, found, input, swapped }: Of<'wrong-channels'>): Words {
  return {
    title: `The layer was built for ${expected} ${expected === 1 ? 'channel' : 'channels'} and gets ${found}`,
    blocks: [
      paragraph(
        `${input ? `The input is ${formatTuple(input)}. ` : ''}${
          swapped
            ? `Its ${expected === 1 ? 'one channel stands' : `${expected} channels stand`} on another axis than the layer reads: the data format is the likely cause. PyTorch wants the channels before height and width, Keras after them.`
            : 'Grey images have one channel, colour images three or four; the layers before decide, and pooling never changes the number.'
        }`,
      ),
    ],
    advice: [],
  };
}

export function wrongCount({ size, shape, row, framework }: Of<'wrong-count'>): Words {
  const whole = row === null || row === 0 ? null : size / row;
  return {
    title: `${formatCount(size)} numbers don’t make ${formatTuple(shape.map((one) => one ?? -1))}`,
    blocks: [
      paragraph(
        whole === null
          ? `The shape holds ${formatCount(shape.reduce<number>((product, one) => product * (one ?? 1), 1))} numbers, and there are ${formatCount(size)}.`
          : `A row has ${row} numbers, and ${formatCount(size)} / ${row} = ${formatNumber(whole)}: no whole number of rows. The map has another size than planned, so each image has another count of numbers.`,
      ),
    ],
    advice:
      framework === 'torch'
        ? [
            paragraph(
              '`torch.flatten(x, 1)` takes whatever each image has; `nn.Linear` after it must be built for that number.',
            ),
          ]
        : [],
  };
}

export function wrongInput({ expected, found, axis, swapped }: Of<'wrong-input'>): Words {
  const [wanted, got] = [expected, found].map((shape) =>
    axis === null ? formatTuple(shape) : formatCrossed(shape),
  );
  return {
    title: `The model takes ${wanted}, and gets ${got}`,
    blocks: [
      paragraph(
        swapped
          ? 'The sizes are the same in another order: the images are stored with the channels first, and the model reads them last.'
          : `${axis === null ? '' : `${expected.length === 1 ? `Axis ${axis} is` : `Axes ${axis} and ${axis + 1} are`} fixed in the model. `}The input size was fixed when the model was built, and this image has another.${axis === null ? ' A model without Flatten that ends in global pooling can be built for any size: `Input((None, None, 3))`.' : ' A model without Flatten that ends in global pooling can be exported for any size.'}`,
      ),
    ],
    advice: [],
  };
}
