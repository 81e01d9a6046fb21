import type { PythonValue } from './python.ts';

export const none: PythonValue = { type: 'none' };
export const int = (value: number): PythonValue => ({ type: 'int', value });
export const float = (value: number): PythonValue => ({ type: 'float', value });
export const str = (value: string): PythonValue => ({ type: 'str', value });
export const bool = (value: boolean): PythonValue => ({ type: 'bool', value });
export const tuple = (items: readonly PythonValue[]): PythonValue => ({ type: 'tuple', items });
export const list = (items: readonly PythonValue[]): PythonValue => ({ type: 'list', items });
export const expression = (source: string): PythonValue => ({ type: 'expression', source });

export const intTuple = (values: readonly number[]): PythonValue => tuple(values.map(int));
export const intList = (values: readonly number[]): PythonValue => list(values.map(int));
