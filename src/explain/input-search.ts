import type { Answer, InputsFound } from '../answer/index.ts';
import type { Block, Message } from '../reply/index.ts';
import { assumptionLines } from './assumptions.ts';
import { axisNames } from './axes.ts';
import { derivationLines } from './derivation.ts';
import { formatCall, formatCrossed } from './format.ts';
import { list, message } from './message.ts';
import { paragraph, prose } from './prose.ts';
import { axesText, sizesText } from './size-text.ts';

/** Every input that a layer turns into the size that was seen, with the smallest and the largest followed through. */
export function explainInputs(answer: Answer, found: InputsFound): Message {
  const { configuration, target } = found;
  const { layer } = configuration;
  const call = formatCall(configuration);
  return message({
    title: titleOf(found),
    understood: prose(`I looked for the inputs that \`${call}\` turns into ${formatCrossed(target)}.`),
    blocks: [...insteadBlocks(found), ...(isNone(found) ? [paragraph(noneText(found))] : reached(found))],
    assumptions: assumptionLines(answer.question),
    sources: [{ label: `Documentation of ${layer.name}`, href: layer.documentation }],
  });
}

const isNone = ({ axes }: InputsFound): boolean => axes.some((sizes) => sizes?.length === 0);

function titleOf(found: InputsFound): string {
  const { axes, configuration, target } = found;
  if (isNone(found)) return `No input gives ${formatCrossed(target)}`;
  return axesText(namesOf(configuration), axes.map(sizesText));
}

function namesOf({ operation }: InputsFound['configuration']): readonly string[] {
  return axisNames({ ...operation.axes, lead: 0, channels: false });
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
  const names = namesOf(configuration);
  const at = axes.findIndex((sizes) => sizes?.length === 0);
  return `Whatever its size, the input never leads to this ${names[at] ?? 'size'} in \`${formatCall(configuration)}\`.`;
}

/** What the input should have been for the size that was hoped for. */
function insteadBlocks({ instead, configuration }: InputsFound): readonly Block[] {
  if (instead === null) return [];
  const { target, axes } = instead;
  const wanted = formatCrossed(target);
  return [
    paragraph(
      axes.some((sizes) => sizes?.length === 0)
        ? `No input of any size gives ${wanted} here.`
        : `For ${wanted} the input has to be: ${axesText(namesOf(configuration), axes.map(sizesText)).toLowerCase()}.`,
    ),
  ];
}
