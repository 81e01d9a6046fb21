import { bullets, paragraph } from '../prose.ts';
import { makes, numbers, type Topic } from './topic.ts';

export const maxPadding: Topic<'max-padding'> = {
  title: 'Max pooling pads with minus infinity, never with zero',
  explain: ({ padded, withZeros, tooMuch, kernel, allowed }) => [
    paragraph(
      'So padding never wins against a real cell, not even when all inputs are negative. Padded cells are −∞ in every framework.',
    ),
    bullets(
      makes(padded),
      `with real zeros around the same numbers the result is ${numbers(withZeros.values)}: that is what it would be if padding were zero`,
    ),
    paragraph(
      `PyTorch takes padding up to half the window, so that no window lies in padding alone: a window of ${kernel} takes ${allowed}. More is refused: \`${tooMuch.message ?? ''}\``,
    ),
  ],
  misconception: () => ({
    believed: 'padding means zeros, as in a convolution',
    actual: 'In max pooling a zero would beat every negative number, so frameworks use −∞.',
  }),
  next: 'nn.MaxPool1d(3, stride=1, padding=1) on -5 -3 -9',
  figures: [],
};
