import type { Answer, Solution, Solved } from '../answer/index.ts';
import { repr } from '../frameworks/index.ts';
import type { Action, Block, Message } from '../reply/index.ts';
import { assumptionLines } from './assumptions.ts';
import { derivationLines } from './derivation.ts';
import { formatCall, formatCount, formatCrossed } from './format.ts';
import { list, message } from './message.ts';
import { paragraph, prose } from './prose.ts';
import { solutionRules, whyNone } from './solution-rule.ts';
import type { View } from './view.ts';

/** How many settings are listed at first. */
const fewAtFirst = 8;

/** The settings that turn one size into another, simplest first, with the rule; or why there is none. */
export function explainSolution(answer: Answer, solved: Solved, view: View): Message {
  const { adaptive } = solved;
  const [simplest] = solved.solutions;
  return message({
    title: adaptive
      ? settingText(adaptive)
      : simplest
        ? settingText(simplest)
        : `I found no setting that turns ${sizesText(solved)}`,
    understood: prose(understood(solved)),
    blocks: [
      ...(adaptive ? [paragraph(adaptiveText(adaptive))] : []),
      ...(simplest ? found(solved, simplest, view) : nothing(solved)),
    ],
    assumptions: assumptionLines(answer.question),
    actions: actions(solved, view),
    sources: [{ label: `Documentation of ${solved.layer.name}`, href: solved.layer.documentation }],
  });
}

function adaptiveText({ configuration }: Solution): string {
  return `\`${formatCall(configuration)}\` gives that size for every input: it lays its windows as the size demands. With a window of your own instead:`;
}

const sizesText = ({ from, target }: Solved): string =>
  `${formatCrossed(from)} into ${formatCrossed(target)}`;

/** `pool_size=4, strides=2`, without the layer. */
function settingText({ configuration }: Solution): string {
  const call = formatCall(configuration);
  return call.slice(call.indexOf('(') + 1, -1);
}

function understood(solved: Solved): string {
  const { layer, fixed, search } = solved;
  const set = [
    ...(fixed.kernel ? [`a window of ${formatCrossed(fixed.kernel)}`] : []),
    ...(fixed.stride ? [`a stride of ${formatCrossed(fixed.stride)}`] : []),
    ...(fixed.padding === 'same' ? ['padding "same"'] : []),
    ...(fixed.padding !== null && fixed.padding !== 'same' ? [paddingText(fixed.padding)] : []),
    ...(search.oddKernel ? ['an odd window'] : []),
    ...(search.overlapping ? ['windows that overlap'] : []),
    ...(search.strideIsKernel ? ['the stride left out'] : []),
  ];
  const given = set.length > 0 ? ` with ${set.join(', ')}` : '';
  return `I looked for \`${layer.name}\` settings${given} that turn ${sizesText(solved)}.`;
}

function paddingText(cells: readonly number[]): string {
  const [first] = cells;
  if (cells.every((size) => size === 0)) return 'no padding';
  return `padding ${cells.every((size) => size === first) ? first : formatCrossed(cells)}`;
}

const paddingLeftOut = ({ search, fixed }: Solved): boolean =>
  search.padding === 'valid' && fixed.padding === null;

function found(solved: Solved, simplest: Solution, view: View): readonly Block[] {
  const { total, solutions, searched } = solved;
  const shown = solutions.slice(0, view === 'more' ? solutions.length : fewAtFirst);
  const left = [
    ...(solved.search.strideIsKernel ? ['the stride left out (it equals the window)'] : []),
    ...(paddingLeftOut(solved) ? ['no padding'] : []),
  ];
  const lines = derivationLines(simplest.derivation, simplest.operation.axes);
  const alike = new Set(lines.map((line) => line.slice(line.indexOf(' ')))).size === 1;
  const many =
    total === 1
      ? `It is the only one${left.length > 0 ? ` with ${left.join(' and ')}` : ''}.`
      : `${total === null ? 'There are more than can be counted exactly' : `There are ${formatCount(total)} in all`}${left.length > 0 ? ` with ${left.join(' and ')}` : ''}, windows and strides searched up to ${formatCrossed(searched)}. The simplest ${shown.length}:`;
  return [
    list(alike ? lines.slice(0, 1) : lines),
    paragraph(many),
    ...(total === 1
      ? []
      : [list(shown.map(({ configuration }) => prose(`\`${formatCall(configuration)}\``)))]),
    paragraph(solutionRules(solved)),
  ];
}

function nothing(solved: Solved): readonly Block[] {
  const { nearest } = solved;
  return [
    paragraph(whyNone(solved)),
    ...(nearest.length > 0
      ? [
          paragraph('The nearest that can be reached:'),
          list(
            nearest.map(({ target, solution }) =>
              prose(`${formatCrossed(target)} with \`${formatCall(solution.configuration)}\``),
            ),
          ),
        ]
      : []),
  ];
}

/** The same search with one thing changed. */
function actions(solved: Solved, view: View): readonly Action[] {
  const { layer, fixed, search, from, target } = solved;
  const strideLeftOut = search.strideIsKernel;
  const names = layer.parameters.map(({ name }) => name);
  const window = names.find((name) =>
    /^(?:pool_size|kernel_size|kernel_shape|ksize|window_shape)$/.test(name),
  );
  const stride = names.find((name) => /^strides?$/.test(name));
  const given = [
    ...(fixed.kernel ? [`${window}=${tupleText(fixed.kernel)}`] : []),
    ...(fixed.stride ? [`${stride}=${tupleText(fixed.stride)}`] : []),
    ...(fixed.padding === 'same' ? ['padding=same'] : []),
    ...(fixed.padding !== null && fixed.padding !== 'same'
      ? [fixed.padding.every((cells) => cells === 0) ? 'no padding' : `padding=${tupleText(fixed.padding)}`]
      : []),
  ];
  const odd = search.oddKernel ? ' with an odd kernel' : '';
  const again = (sought: string, more: readonly string[]) =>
    [
      `${layer.name}: which ${sought} gives ${cross(target)} from ${cross(from)}${odd}`,
      ...given,
      ...more,
    ].join(' ');
  const ask = (label: string, question: string, options: Readonly<Record<string, string>> = {}): Action => ({
    kind: 'ask',
    label,
    command: 'solve',
    options: { question, ...options },
  });
  const sought = strideLeftOut ? String(window) : `${window} and ${stride}`;
  return [
    ...(strideLeftOut ? [ask('with strides', again(`${window} and ${stride}`, []))] : []),
    ...(layer.framework === 'keras' && fixed.padding === null && paddingLeftOut(solved)
      ? [ask('padding same', again(sought, ['padding=same']))]
      : []),
    ...(view !== 'more' && solved.solutions.length > fewAtFirst
      ? [ask('more', again(sought, []), { show: 'more' })]
      : []),
  ];
}

const cross = (sizes: readonly number[]): string => sizes.join('x');

function tupleText(sizes: readonly number[]): string {
  return repr({ type: 'tuple', items: sizes.map((value) => ({ type: 'int', value })) });
}
