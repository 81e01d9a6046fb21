import type { BindingFault } from '../binding/bind.ts';
import { type FrameworkError, pythonError } from '../binding/python-errors.ts';
import { typeError } from '../refusal.ts';

/** What a traceback calls the callable, and who checks the arguments: Python itself or PyTorch's C++ parser. */
export interface Callee {
  readonly name: string;
  readonly parser: 'python' | 'native';
}

/**
 * Python's words, or those of PyTorch's own parser (torch/csrc/utils/python_arg_parser.cpp), whose plural of "argument"
 * is the wrong way round.
 */
export function bindingError(callee: Callee, fault: BindingFault, bound: 0 | 1): FrameworkError {
  if (callee.parser === 'python') return pythonError(fault, callee.name, bound);
  if (fault.kind === 'missing') {
    const count = fault.names.length;
    const names = fault.names.map((name) => `"${name}"`).join(', ');
    return typeError(
      `${callee.name}() missing ${count} required positional argument${count === 1 ? 's' : ''}: ${names}`,
    );
  }
  return pythonError(fault, callee.name, 0);
}
