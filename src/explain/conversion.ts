import type { Answer, Conversion, Converted, ShownCaveat } from '../answer/index.ts';
import { frameworkNames, repr } from '../frameworks/index.ts';
import type { Block, Inline, Message } from '../reply/index.ts';
import { strong } from '../reply/index.ts';
import { assumptionLines } from './assumptions.ts';
import { formatCall, formatCrossed, formatNumber } from './format.ts';
import { list, message, text } from './message.ts';
import { prose } from './prose.ts';

/** The same layer in other frameworks, each with exactly the caveats that apply to these arguments. */
export function explainConversion(answer: Answer, { configuration, conversions }: Converted): Message {
  const { layer } = configuration;
  const [only] = conversions;
  return message({
    title:
      only && conversions.length === 1 ? oneTitle(only, layer.name) : `${layer.name} in other frameworks`,
    understood: prose(`I read \`${formatCall(configuration)}\` of ${frameworkNames[layer.framework]}.`),
    blocks: conversions.flatMap((conversion) => conversionBlocks(conversion, conversions.length > 1)),
    assumptions: assumptionLines(answer.question),
    sources: [{ label: `Documentation of ${layer.name}`, href: layer.documentation }],
  });
}

function oneTitle(conversion: Conversion, name: string): string {
  const framework = frameworkNames[conversion.framework];
  if (!conversion.ok) return `${framework} can’t express this ${name} exactly`;
  return conversion.caveats.length === 0
    ? `${name} is the same in ${framework}`
    : `${name} in ${framework}, with care`;
}

function conversionBlocks(conversion: Conversion, named: boolean): readonly Block[] {
  const heading = named ? [text(strong(frameworkNames[conversion.framework]))] : [];
  const caveats = conversion.caveats.map(caveatLine);
  const listed = caveats.length > 0 ? [list(caveats)] : [];
  if (!conversion.ok) return [...heading, text(conversion.reason), ...listed];
  const { code, plain } = conversion;
  return [
    ...heading,
    { kind: 'code', language: 'python', code },
    ...(plain
      ? [text('On this input size the same as:'), { kind: 'code', language: 'python', code: plain } as const]
      : []),
    ...listed,
  ];
}

function caveatLine({ caveat, difference }: ShownCaveat): Inline {
  const row = (values: readonly number[]) => values.map(formatNumber).join(', ');
  const shown = difference
    ? ` On ${row(difference.input)} it gives ${row(difference.right)}; otherwise ${row(difference.careless)}.`
    : '';
  return prose(`${caveatSentence(caveat)}${shown}`);
}

function caveatSentence(caveat: ShownCaveat['caveat']): string {
  switch (caveat.kind) {
    case 'layout':
      return caveat.to === 'channels_first'
        ? 'The channels stand first here: move them in front of height and width first.'
        : 'The channels stand last here: move them behind height and width first.';
    case 'default':
      return `Say \`${caveat.argument}\`: left out, it would be ${caveat.fallback.type === 'none' ? '1' : repr(caveat.fallback)}.`;
    case 'padding-side':
      return `The padding is asymmetric: its odd cell is on one side only, at the ${
        caveat.odd === 'upper' ? 'end (right and bottom)' : 'beginning (left and top)'
      }. Padding both sides alike shifts the windows.`;
    case 'divisor':
      return caveat.counts === 'real'
        ? 'At the border the average divides by the real cells alone (count_include_pad is off).'
        : 'At the border padded cells count in the average (count_include_pad is on, True or 1).';
    case 'rounding':
      return 'The output size is rounded up, as `ceil_mode=True` says.';
    case 'flatten':
      return 'Global pooling keeps the pooled axes with length 1 here; Flatten takes them away.';
    case 'pad-layer':
      return 'The padding is a step of its own in front, because the pooling layer has no such padding.';
    case 'size-bound':
      return `Exact for an input of ${formatCrossed(caveat.sizes)} only; with another size the windows differ.`;
    case 'nan':
      return caveat.target === 'propagate'
        ? 'A NaN wins its window here; the original (on TensorFlow) passes over it.'
        : 'A NaN is passed over here (on TensorFlow); in the original it wins its window.';
    case 'ties':
      return caveat.target === 'first'
        ? 'Among equal maxima the first gets the whole gradient here; the original splits it.'
        : 'Equal maxima share the gradient here; in the original the first one gets it.';
    case 'indices':
      return 'Indices of the maxima are counted in another way.';
    case 'random':
      return 'The windows are drawn at random, so values differ from run to run.';
  }
}
