import { problem, type Trace, valueError } from '../model/index.ts';
import type { ModelInput } from '../question/index.ts';

/**
 * A trace up to the first Dense that Keras can't build: behind a Flatten of a map whose sizes are None nobody knows how
 * many weights it has. Only where the asker has left sizes open; without any input they are merely not said
 * (keras/src/backend/common/variables.py).
 */
export function refusingOpenFeatures(trace: Trace, entries: readonly ModelInput[]): Trace {
  const open = entries.some(({ read }) => read?.shape.slice(1).includes(null));
  const at = trace.layers.findIndex(
    ({ name, framework, inputs: [input] }) =>
      name === 'Dense' && framework === 'keras' && input?.at(-1) === null,
  );
  const layer = trace.layers[at];
  if (!open || layer === undefined || trace.layers[at - 1]?.output === null) return trace;
  const { units } = layer.args;
  const count = units?.type === 'int' ? units.value : '?';
  const error = valueError(
    'Shapes used to initialize variables must be fully-defined (no `None` dimensions). ' +
      `Received: shape=(None, ${count}) for variable path='dense/kernel'`,
  );
  const advice =
    'A Dense needs to know how many numbers come in, and with None for height and width a Flatten gives no fixed ' +
    'number. GlobalAveragePooling2D in place of the Flatten gives one number per channel for every size; or name the size in Input.';
  return {
    ...trace,
    layers: [
      ...trace.layers.slice(0, at),
      { ...layer, output: null, parameters: null, problem: problem('open-dimension', 'call', error, advice) },
    ],
    unreached: trace.unreached + trace.layers.length - at - 1,
    output: null,
  };
}
