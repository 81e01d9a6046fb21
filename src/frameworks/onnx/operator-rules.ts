import type { BindingFault } from '../binding/bind.ts';
import type { FrameworkError } from '../binding/python-errors.ts';
import type { Call, Rules } from '../definition.ts';
import type { Layer, Parameter, Refusal } from '../framework.ts';
import { refuse } from '../refusal.ts';
import * as messages from './messages.ts';

/** The opset that is assumed when none is given: the newest that changed a pooling operator. */
export const latestOpset = 22;

/** How ONNX's checker words what Python would call a binding error. */
function bindingError(layer: Layer, fault: BindingFault): FrameworkError {
  switch (fault.kind) {
    case 'missing':
      return messages.missingAttribute(fault.names[0] ?? '');
    case 'unexpected':
      return messages.unrecognizedAttribute(layer.name, fault.name);
    case 'multiple':
    case 'repeated-keyword':
      return messages.repeatedAttribute(fault.name);
    case 'positional-after-keyword':
      return { message: 'positional argument follows keyword argument', exception: 'SyntaxError' };
    case 'too-many':
      return { message: `${layer.name} has too many inputs`, exception: 'ValidationError' };
  }
}

export const operatorRules: Pick<Rules, 'bindingError' | 'keywords'> = { bindingError, keywords: 'strict' };

/** Operators and attributes that the model's opset does not have yet. */
export function checkOpset({ layer, defaulted, context }: Call, versions: readonly number[]): Refusal | null {
  const opset = context.opset ?? latestOpset;
  const [first = 1] = versions;
  if (opset < first) {
    const advice = `${layer.name} came with opset ${first}; this model says ${opset}.`;
    return refuse('unsupported', 'constructor', messages.notRegistered(layer.name, opset), advice);
  }
  const early = layer.parameters.find(
    ({ name, since = 1 }: Parameter) => since > opset && !defaulted.includes(name),
  );
  if (early === undefined) return null;
  const advice = `${early.name} came to ${layer.name} with opset ${early.since}; at opset ${opset} it is unknown.`;
  const error = messages.unrecognizedAttribute(layer.name, early.name);
  return refuse('unexpected-argument', 'constructor', error, advice);
}
