import type { Answer, KnownNetwork } from '../answer/index.ts';
import { frameworkNames } from '../frameworks/index.ts';
import type { Shape } from '../pooling/index.ts';
import { type Block, type Inline, type Message, strong } from '../reply/index.ts';
import { assumptionLines } from './assumptions.ts';
import { formatCount, formatCrossed } from './format.ts';
import { list, message, text } from './message.ts';
import { originText } from './origin.ts';

/** A published network: what was asked of it first, then where it pools, what its head costs, what it takes. */
export function explainNetwork(answer: Answer, known: KnownNetwork): Message {
  const { network, input, asked, read } = known;
  const taken = read.assumed ? ` I took the best-known of its family.` : '';
  return message({
    title: titleOf(known),
    understood: `${network.name} in layers of ${frameworkNames[network.framework]}, on ${formatCrossed(input)}${asked ? '' : ', the input that it was published with'}.${taken}`,
    blocks: [
      ...(read.wants === 'number' ? [list(known.origins.map((origin) => originText(origin)))] : []),
      ...(known.failing ? [text(failure(known))] : []),
      poolingTable(known),
      ...fieldBlocks(known),
      ...headBlocks(known),
      text(
        `${known.parameters === null ? '' : `The whole network has ${formatCount(known.parameters)} parameters; its pooling layers have none. `}The smallest image that works is ${known.smallest} × ${known.smallest}.`,
      ),
      ...(network.name === 'LeNet-5' ? [text(trainablePooling)] : []),
    ],
    assumptions: assumptionLines(answer.question),
    sources: [{ label: `Source of ${network.name}`, href: network.source }],
  });
}

const own = (shape: Shape | null | undefined): string => (shape ? formatCrossed(shape) : '?');

function titleOf(known: KnownNetwork): string {
  const { network, read, smallest, parameters, field, head, input } = known;
  switch (read.wants) {
    case 'smallest':
      return `${network.name} takes images from ${smallest} × ${smallest} on`;
    case 'parameters':
      return parameters === null
        ? `${network.name}: the number of parameters depends on the input`
        : `${network.name} has ${formatCount(parameters)} parameters`;
    case 'head':
      return head?.flatten && head.globalPooling
        ? `${formatCount(head.flatten)} parameters after Flatten, ${formatCount(head.globalPooling)} after global pooling`
        : shapesTitle(known);
    case 'number':
      return numberTitle(known);
    case 'field':
      return field
        ? `One cell of the last map of ${network.name} sees ${fieldText(field)} pixels`
        : `${network.name} on ${formatCrossed(input)}: nothing but global pooling sees the image`;
    case 'layers':
      return shapesTitle(known);
  }
}

function shapesTitle(known: KnownNetwork): string {
  const { network, input, output, pooling, failing, smallest, asked, read } = known;
  const side = asked && read.sides ? Math.min(...read.sides) : Number.POSITIVE_INFINITY;
  if (failing || side < smallest)
    return `${network.name} needs larger images: ${smallest} × ${smallest} or more`;
  if (read.top !== null) return `${network.name} on ${formatCrossed(input)} gives ${own(output)}`;
  const last = pooling.at(-1)?.layer;
  return `${network.name} on ${formatCrossed(input)}: ${own(last?.inputs[0]?.slice(1))} goes into the last pooling layer, ${own(last?.output?.slice(1))} comes out`;
}

function numberTitle({ network, read, origins }: KnownNetwork): string {
  const [first] = origins;
  const number = (read.number ?? []).map((size) => formatCount(size)).join(' × ');
  if (!first) return `I don’t find ${number} in ${network.name}`;
  return first.kind === 'flattened'
    ? `${number} = ${first.map.join(' · ')}, the last map of ${network.name}, flattened`
    : `${number} in ${network.name}`;
}

function failure({ failing, network, input, smallest }: KnownNetwork): string {
  const reason = failing?.problem?.advice ?? '';
  return `On ${formatCrossed(input)} ${network.name} stops at ${failing?.name ?? 'a layer'}, whose input is ${own(failing?.inputs[0]?.slice(1))}. ${reason} From ${smallest} × ${smallest} on it works.`;
}

function poolingTable({ pooling, read }: KnownNetwork): Block {
  const fields = read.wants === 'field';
  return {
    kind: 'table',
    caption: 'Its pooling layers, in order:',
    table: {
      header: ['layer', 'input', 'output', ...(fields ? ['one cell sees', 'jump'] : [])],
      rows: pooling.map(({ layer, field }): readonly Inline[] => [
        strong(layer.name),
        own(layer.inputs[0]?.slice(1)),
        layer.problem ? 'fails' : own(layer.output?.slice(1)),
        ...(fields ? [field ? fieldText(field) : '?', field ? jumpText(field) : '?'] : []),
      ]),
      align: fields ? ['left', 'left', 'left', 'right', 'right'] : ['left', 'left', 'left'],
    },
  };
}

type Field = NonNullable<KnownNetwork['pooling'][number]['field']>;

const fieldText = ({ axes }: Field): string =>
  axes.every(({ size }) => size === 'all') ? 'everything' : axes.map(({ size }) => String(size)).join(' × ');

const jumpText = ({ axes }: Field): string => String(axes[0]?.jump ?? '–');

const trainablePooling =
  'In the paper S2 and S4 add up four cells, multiply the sum by one trained number, add another and put it through a sigmoid: 12 and 32 parameters that average pooling does not have.';

/** How far one cell of the last map sees, and whether that is the whole image. */
function fieldBlocks({ field, read, input }: KnownNetwork): readonly Block[] {
  if (read.wants !== 'field' || !field) return [];
  const covers =
    field.covers === null
      ? ''
      : field.covers
        ? ' Some cell sees the whole image.'
        : ' No cell sees the whole image.';
  return [
    text(
      `In the last map neighbouring cells look ${jumpText(field)} pixels apart.${covers} On ${formatCrossed(input)} a global pooling layer behind it sees all that its cells see together.`,
    ),
  ];
}

/** What the classifier costs, each way. */
function headBlocks(known: KnownNetwork): readonly Block[] {
  const { head, read, network } = known;
  if (!head?.flatten || !head.globalPooling) return [];
  const { classes, features, own: trained } = head;
  const map = features.slice(1);
  const sentence = `A Dense layer for ${formatCount(classes)} classes behind the last map, ${formatCrossed(map)}, has ${formatCount(head.globalPooling)} parameters after global pooling, and would have ${formatCount(head.flatten)} after Flatten.`;
  const inFull = read.wants === 'head' && trained !== null;
  return [
    text(
      inFull
        ? `${sentence} The classifier that ${network.name} was published with, for its own number of classes, has ${formatCount(trained)}.${withGlobal(known)}`
        : sentence,
    ),
  ];
}

/** The network with a global head instead of its own. */
function withGlobal({ parameters, head }: KnownNetwork): string {
  if (parameters === null || head?.own == null || head.globalPooling === null) return '';
  const total = parameters - head.own + head.globalPooling;
  return ` With global pooling and that Dense layer instead, the whole network has ${formatCount(total)}.`;
}
