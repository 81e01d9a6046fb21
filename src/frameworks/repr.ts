import type { PythonValue } from './python.ts';

/** A value as Python's `repr()` prints it: `(2,)`, `'same'`, `2.0`, `1e-05`, `None`. */
export function repr(value: PythonValue): string {
  switch (value.type) {
    case 'int':
      return BigInt(value.value).toString();
    case 'float':
      return reprFloat(value.value);
    case 'str':
      return reprString(value.value);
    case 'bool':
      return value.value ? 'True' : 'False';
    case 'none':
      return 'None';
    case 'tuple':
      return value.items.length === 1
        ? `(${value.items.map(repr).join('')},)`
        : `(${value.items.map(repr).join(', ')})`;
    case 'list':
      return `[${value.items.map(repr).join(', ')}]`;
    case 'expression':
      return value.source;
  }
}

/** A value as Python's `str()` and f-strings print it: a bare string has no quotes. */
export const print = (value: PythonValue): string => (value.type === 'str' ? value.value : repr(value));

/** The name of a value's Python type, as error messages spell it. */
export function typeName(value: PythonValue): string {
  if (value.type === 'none') return 'NoneType';
  return value.type === 'expression' ? 'object' : value.type;
}

/** Python switches to an exponent below 1e-4 and from 1e16 on, JavaScript at other places. */
function reprFloat(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  if (Object.is(value, -0)) return '-0.0';
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e16)) {
    const [digits = '', exponent = ''] = value.toExponential().split('e');
    return `${digits}e${exponent.slice(0, 1)}${exponent.slice(1).padStart(2, '0')}`;
  }
  return Number.isInteger(value) ? `${BigInt(value)}.0` : String(value);
}

/** Python prefers single quotes unless the text holds one and no double quote. */
function reprString(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const body = text
    .replaceAll('\\', '\\\\')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
    .replaceAll(quote, `\\${quote}`);
  return quote + body + quote;
}
