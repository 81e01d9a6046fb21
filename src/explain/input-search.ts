import type { Answer, InputsFound } from '../answer/index.ts';
import type { Block, Message } from '../reply/index.ts';
import { assumptionLines } from './assumptions.ts';
import { axisNames } from './axes.ts';
import { derivationLines } from './derivation.ts';
import { formatCall, formatCrossed } from './format.ts';
import { list, message } from './message.ts';
import { paragraph, prose } from './prose.ts';

/** Every input that a layer turns into the size that was seen, with the smallest and the largest followed through. */
export function explainInputs(answer: Answer, found: InputsFound): Message {
  const { configuration, target } = found;
  const { layer } = configuration;
  const call = formatCall(configuration);
  return message({
    title: titleOf(found),
    understood: prose(`I looked for the inputs that \`${call}\` turns into ${formatCrossed(target)}.`),
    blocks: isNone(found) ? [paragraph(noneText(found))] : reached(found),
    assumptions: assumptionLines(answer.question),
    sources: [{ label: `Documentation of ${layer.name}`, href: layer.documentation }],
  });
}

const isNone = ({ axes }: InputsFound): boolean => axes.some((sizes) => sizes?.length === 0);

function titleOf(found: InputsFound): string {
  const { axes, configuration, target } = found;
  if (isNone(found)) return `No input gives ${formatCrossed(target)}`;
  const names = axisNames({ ...configuration.operation.axes, lead: 0, channels: false });
  const texts = axes.map(sizesText);
  const [first] = texts;
  const title = texts.every((sizes) => sizes === first)
    ? `${names.join(' and ')} ${first}`
    : texts.map((sizes, axis) => `${names[axis]} ${sizes}`).join(', ');
  return `${title.charAt(0).toUpperCase()}${title.slice(1)}`;
}

/** "14 or 15", "9, 10 or 11", "5 to 12", "of any size". */
function sizesText(sizes: readonly number[] | null): string {
  if (sizes === null) return 'of any size';
  const [first, last] = [sizes[0] ?? 0, sizes.at(-1) ?? 0];
  if (sizes.length > 3 && last - first === sizes.length - 1) return `${first} to ${last}`;
  return sizes.length === 1 ? `${first}` : `${sizes.slice(0, -1).join(', ')} or ${last}`;
}

function reached({ axes, ends, target }: InputsFound): readonly Block[] {
  const unique = axes.every((sizes) => sizes?.length === 1);
  const open = axes.every((sizes) => sizes === null);
  return [
    paragraph(
      open
        ? 'The layer gives that size for every input, so the output does not tell what went in.'
        : unique
          ? 'No other size gives this output.'
          : 'The output does not tell which of them it was: the size is rounded to whole windows.',
    ),
    ...ends.map(({ input, derivation, operation }) =>
      list([
        prose(`${formatCrossed(input)} becomes ${formatCrossed(target)}`),
        ...derivationLines(derivation, operation.axes).map((line) => prose(line)),
      ]),
    ),
    paragraph('The batch and the channels pass through as they are: they are those of the output.'),
  ];
}

function noneText({ axes, configuration }: InputsFound): string {
  const names = axisNames({ ...configuration.operation.axes, lead: 0, channels: false });
  const at = axes.findIndex((sizes) => sizes?.length === 0);
  return `Whatever its size, the input never leads to this ${names[at] ?? 'size'} in \`${formatCall(configuration)}\`.`;
}
