import { type BindingFault, pythonError, repr } from '../../frameworks/index.ts';
import type { Callee } from '../arguments/bind.ts';
import type { ArgumentKinds } from '../arguments/kind.ts';
import { defineLayer, type LayerRow } from '../define.ts';
import type { ModelLayer } from '../layer.ts';
import { typeError, valueError } from '../problem.ts';

/** What every layer takes through `**kwargs` (keras/src/layers/layer.py); a shape there makes an Input in front. */
const keywords: ReadonlySet<string> = new Set([
  'activity_regularizer',
  'trainable',
  'dtype',
  'autocast',
  'name',
  'input_dim',
  'input_shape',
  'batch_input_shape',
  'batch_shape',
  'batch_size',
]);

const calleeOf = (name: string): Callee => ({
  name,
  keywords,
  bindingError: (fault: BindingFault) => pythonError(fault, `${name}.__init__`, 1),
  unrecognized: (given) =>
    valueError(
      `Unrecognized keyword arguments passed to ${name}: ` +
        `{${given.map((argument) => `'${argument.name}': ${repr(argument.value)}`).join(', ')}}`,
    ),
});

/** A layer of Keras 3; `page` is the last part of its address in the documentation. */
export const kerasLayer = <A extends ArgumentKinds>(page: string, row: LayerRow<A>): ModelLayer =>
  defineLayer('keras', `https://keras.io/api/layers/${page}/`, calleeOf(row.name), row);

/** A function of keras.ops or of TensorFlow that models use between their layers. */
export const kerasFunction = <A extends ArgumentKinds>(documentation: string, row: LayerRow<A>): ModelLayer =>
  defineLayer('keras', documentation, functionCallee(row.name), row);

const functionCallee = (name: string): Callee => ({
  name,
  keywords: new Set(['name']),
  bindingError: (fault: BindingFault) => pythonError(fault, name, 0),
  unrecognized: ([first]) => typeError(`${name}() got an unexpected keyword argument '${first?.name ?? ''}'`),
});

/** The name that Keras gives a layer in its messages: the class in snake case (`conv2d_transpose`). */
export const layerName = (name: string): string =>
  name
    .replace(/(.)([A-Z][a-z]+)/g, '$1_$2')
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase();
