import type { Result } from '../answer/index.ts';
import { ownForm } from '../answer/index.ts';
import { code, type Inline } from '../reply/index.ts';
import { axisNames } from './axes.ts';
import { formatCall, formatCrossed, formatShape } from './format.ts';

/** "I read `AveragePooling2D(pool_size=(2, 2))` on 4 × 4 × 4 as height × width × channels." */
export function understoodLine(results: readonly Result[]): Inline | null {
  const [first] = results;
  if (!first) return null;
  const calls = results.map(({ configuration }) => code(formatCall(configuration)));
  const listed = calls.flatMap((call, at) =>
    at === 0 ? [call] : [at === calls.length - 1 ? ' and ' : ', ', call],
  );
  return ['I read ', ...listed, ` on ${inputText(first)}.`, defaultStrides(first)];
}

function inputText({ input, operation, application }: Result): string {
  const names = ownForm(axisNames(operation.axes), operation.axes, input).join(' × ');
  const values = input.values ? 'the values of shape ' : '';
  const given = application.input?.read.shape ?? input.read.shape;
  return given.length === 0
    ? formatCrossed(given)
    : `${values}${formatShape(given, input.batchAdded)}${names === '' ? '' : `, ${names}`}`;
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
