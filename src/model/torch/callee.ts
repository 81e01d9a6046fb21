import { type BindingFault, type FrameworkError, pythonError } from '../../frameworks/index.ts';
import type { Callee } from '../arguments/bind.ts';
import type { ArgumentKinds } from '../arguments/kind.ts';
import { anyOf } from '../arguments/kinds.ts';
import { defineLayer, type LayerRow } from '../define.ts';
import type { ModelLayer } from '../layer.ts';
import { typeError } from '../problem.ts';

const none: ReadonlySet<string> = new Set();

function calleeOf(name: string, form: 'class' | 'function'): Callee {
  const callee = form === 'class' ? `${name}.__init__` : name;
  const bindingError = (fault: BindingFault): FrameworkError =>
    pythonError(fault, callee, form === 'class' ? 1 : 0);
  return {
    name,
    keywords: none,
    bindingError,
    unrecognized: ([first]) =>
      typeError(`${callee}() got an unexpected keyword argument '${first?.name ?? ''}'`),
  };
}

/** A module of torch.nn. */
export const torchLayer = <A extends ArgumentKinds>(row: LayerRow<A>): ModelLayer =>
  defineLayer(
    'torch',
    `https://docs.pytorch.org/docs/stable/generated/torch.nn.${row.name}.html`,
    calleeOf(row.name, 'class'),
    row,
  );

/** A function or a method on tensors; `page` is its full name. */
export const torchFunction = <A extends ArgumentKinds>(page: string, row: LayerRow<A>): ModelLayer =>
  defineLayer(
    'torch',
    `https://docs.pytorch.org/docs/stable/generated/${page}.html`,
    calleeOf(row.name, 'function'),
    row,
  );

/** Where a layer's weights are kept and in which type. */
export const placement = anyOf('device', 'dtype');
