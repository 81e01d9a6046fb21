import type { Result } from '../answer/index.ts';
import { ownForm } from '../answer/index.ts';
import { code, type Inline, plain } from '../reply/index.ts';
import { axisNames } from './axes.ts';
import { formatCall, formatCrossed, formatShape } from './format.ts';

/** "I read `AveragePooling2D(pool_size=(2, 2))` on 4 × 4 × 4, height × width × channels." */
export function understoodLine(results: readonly Result[]): Inline | null {
  const [first] = results;
  if (!first) return null;
  const calls = distinct(results.map(({ configuration }) => formatCall(configuration)));
  return ['I read ', listed(calls.map(code)), ` on ${inputsText(results)}.`, defaultStrides(first)];
}

const distinct = (texts: readonly string[]): readonly string[] => [...new Set(texts)];

/** One, two and three. */
function listed(items: readonly Inline[]): Inline {
  return items.flatMap((item, at) => (at === 0 ? [item] : [at === items.length - 1 ? ' and ' : ', ', item]));
}

/** Every input once, and once the names of the axes where all have the same. */
function inputsText(results: readonly Result[]): string {
  const names = distinct(results.map(axesText));
  const inputs = distinct(
    results.map((result) =>
      names.length === 1 || axesText(result) === ''
        ? inputText(result)
        : `${inputText(result)} (${axesText(result)})`,
    ),
  );
  const shared = names.length === 1 && names[0] !== '' ? `, ${names[0]}` : '';
  return `${plain(listed(inputs))}${shared}`;
}

/** The shape of an input as the asker gave it. */
export function inputText({ input, application }: Result): string {
  const given = application.input?.read.shape ?? input.read.shape;
  if (given.length === 0) return formatCrossed(given);
  return `${input.values ? 'the values of shape ' : ''}${formatShape(given, input.batchAdded)}`;
}

function axesText({ input, operation, application }: Result): string {
  const given = application.input?.read.shape ?? input.read.shape;
  return given.length === 0 ? '' : ownForm(axisNames(operation.axes), operation.axes, input).join(' × ');
}

function defaultStrides({ configuration, operation }: Result): string {
  const name = configuration.layer.parameters.find((parameter) => /^strides?$/.test(parameter.name))?.name;
  if (!name || !configuration.defaulted.includes(name)) return '';
  if (operation.kind !== 'pool' || operation.window.kind !== 'local') return '';
  const { kernel, stride } = operation.window;
  const isKernel = kernel.every((size, axis) => size === stride[axis]);
  return isKernel
    ? ` ${name} was left out, so it equals the window.`
    : ` ${name} was left out, so it is ${stride[0]}.`;
}
