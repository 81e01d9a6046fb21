import type { BindingFault } from './bind.ts';

/** An exception as a framework raises it. */
export interface FrameworkError {
  readonly message: string;
  readonly exception: string;
}

/** CPython's words for a call that doesn't fit; `callee` is the qualified name, `bound` counts `self`. */
export function pythonError(fault: BindingFault, callee: string, bound: 0 | 1): FrameworkError {
  switch (fault.kind) {
    case 'positional-after-keyword':
      return { message: 'positional argument follows keyword argument', exception: 'SyntaxError' };
    case 'repeated-keyword':
      return { message: `keyword argument repeated: ${fault.name}`, exception: 'SyntaxError' };
    case 'unexpected':
      return typeError(`${callee}() got an unexpected keyword argument '${fault.name}'`);
    case 'multiple':
      return typeError(`${callee}() got multiple values for argument '${fault.name}'`);
    case 'too-many': {
      const most = fault.taken + bound;
      const least = fault.required + bound;
      const takes = least === most ? `${most}` : `from ${least} to ${most}`;
      const given = fault.given + bound;
      return typeError(
        `${callee}() takes ${takes} positional argument${most === 1 ? '' : 's'} but ${given} ` +
          `${given === 1 ? 'was' : 'were'} given`,
      );
    }
    case 'missing': {
      const count = fault.names.length;
      return typeError(
        `${callee}() missing ${count} required positional argument${count === 1 ? '' : 's'}: ${series(fault.names)}`,
      );
    }
  }
}

const typeError = (message: string): FrameworkError => ({ message, exception: 'TypeError' });

/** `'a'`, `'a' and 'b'`, `'a', 'b', and 'c'`. */
function series(names: readonly string[]): string {
  const quoted = names.map((name) => `'${name}'`);
  const last = quoted.at(-1) ?? '';
  if (quoted.length < 2) return last;
  const rest = quoted.slice(0, -1).join(', ');
  return quoted.length === 2 ? `${rest} and ${last}` : `${rest}, and ${last}`;
}
