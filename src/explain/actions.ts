import type { Result } from '../answer/index.ts';
import { frameworkNames, toCode } from '../frameworks/index.ts';
import type { Action } from '../reply/index.ts';
import { formatCall, formatTuple } from './format.ts';
import { type View, views } from './view.ts';

const labels: Readonly<Record<View, string>> = {
  short: 'less',
  values: 'values',
  picture: 'picture',
  code: 'code',
  more: 'more',
};

/** What the asker may want next: each re-asks with one thing changed. */
export function actionsFor(results: readonly Result[], view: View): readonly Action[] {
  const [result] = results;
  if (!result || results.length > 1) return [];
  const again = { question: questionText(result) };
  const change = (
    label: string,
    options: Readonly<Record<string, string | boolean>>,
    command = 'pool',
  ): Action => ({
    kind: 'ask',
    label,
    command,
    options: { ...again, ...options },
  });
  return [
    ...views.filter((other) => other !== view).map((other) => change(labels[other], { show: other })),
    ...otherLayout(result).map((layout) => change(`read as ${layout}`, { data_format: layout })),
    ...(hasKeepdims(result) ? [change('keepdims=True', { keepdims: true })] : []),
    ...comparison(result),
    ...otherFramework(result).map((framework) =>
      change(`as ${frameworkNames[framework]}`, { to: framework }, 'convert'),
    ),
  ];
}

/** Only where the layout is fixed neither by the call nor by the framework. */
function otherLayout({ configuration, operation }: Result): readonly string[] {
  if (!configuration.defaulted.includes('data_format')) return [];
  return [operation.axes.layout === 'channels_last' ? 'channels_first' : 'channels_last'];
}

const hasKeepdims = ({ configuration }: Result): boolean => configuration.defaulted.includes('keepdims');

function comparison({ operation, input }: Result): readonly Action[] {
  if (operation.kind !== 'pool' || operation.window.kind !== 'local' || input.values) return [];
  const options = { input: formatTuple(input.read.shape) };
  return [{ kind: 'ask', label: 'compare with global', command: 'compare', options }];
}

/** Keras and PyTorch are each other's most asked-for translation. */
function otherFramework({ configuration, operation }: Result) {
  const other = configuration.layer.framework === 'torch' ? ('keras' as const) : ('torch' as const);
  return toCode(operation, other).ok ? [other] : [];
}

/** The question in full, so that a button works without what was said before. */
function questionText({ configuration, input }: Result): string {
  const { read } = input;
  const values = read.values ? nested(Array.from(read.values), read.shape) : formatTuple(read.shape);
  return `${formatCall(configuration)} ${read.values ? 'of' : 'on'} ${values}`;
}

/** A flat list as nested brackets: [[1, 2], [3, 4]]. */
function nested(values: readonly number[], shape: readonly (number | null)[]): string {
  const [, ...inner] = shape;
  if (inner.length === 0) return `[${values.join(', ')}]`;
  const step = inner.reduce<number>((product, size) => product * (size ?? 1), 1);
  const rows = Array.from({ length: values.length / step }, (_, row) =>
    values.slice(row * step, (row + 1) * step),
  );
  return `[${rows.map((row) => nested(row, inner)).join(', ')}]`;
}
