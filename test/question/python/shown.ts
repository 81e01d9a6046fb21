import type { PythonValue } from '../../../src/frameworks/index.ts';
import {
  type CodeArgument,
  type CodeModel,
  type Program,
  readCode,
} from '../../../src/question/python/index.ts';

/** A value as Python prints it; what could not be worked out stands in braces. */
export function shownValue(value: PythonValue): string {
  switch (value.type) {
    case 'int':
      return String(value.value);
    case 'float':
      return Number.isInteger(value.value) ? value.value.toFixed(1) : String(value.value);
    case 'str':
      return `'${value.value}'`;
    case 'bool':
      return value.value ? 'True' : 'False';
    case 'none':
      return 'None';
    case 'list':
      return `[${value.items.map(shownValue).join(', ')}]`;
    case 'tuple':
      return `(${value.items.map(shownValue).join(', ')}${value.items.length === 1 ? ',' : ''})`;
    case 'expression':
      return `{${value.source}}`;
  }
}

const shownArguments = (args: readonly CodeArgument[]): string =>
  args.map(({ name, value }) => `${name === null ? '' : `${name}=`}${shownValue(value)}`).join(', ');

/** The calls of a program, each with its arguments worked out and with what it is applied to. */
export function shownCalls({ calls }: Program): string[] {
  return calls.map(
    ({ name, args, applied }) =>
      `${name}(${shownArguments(args)})${applied.map(({ args }) => `(${shownArguments(args)})`).join('')}`,
  );
}

export const callsIn = (source: string): string[] => shownCalls(readCode(source));

/** The names of a model's steps in order. */
export function stepNames(program: Program, model: CodeModel | undefined): string[] {
  return model?.steps.map(({ call }) => program.calls[call]?.name ?? '') ?? [];
}

/** The last array of a piece of code: shape, dtype and values. */
export function arrayIn(source: string) {
  const array = readCode(source).arrays.at(-1);
  return array && { shape: array.shape, dtype: array.dtype, values: array.values && [...array.values] };
}
