import type { LayerCall } from '../question.ts';
import { parameterFor } from './spell.ts';

/** The window of layers that are compared without one. */
const usualWindow = 2;

/** The name that a layer has for its window; null where it takes none. */
export function windowName({ layer }: LayerCall): string | null {
  return parameterFor(layer, 'window');
}

/** The window that a call was given. */
export function windowOf(call: LayerCall) {
  const name = windowName(call);
  return (
    call.given.find((argument) => argument.name === name)?.value ??
    (call.written === 'call' ? call.given[0]?.value : undefined)
  );
}

/** A layer that was only named, with the usual window where it has to have one. */
export function withWindow(call: LayerCall): LayerCall {
  const name = windowName(call);
  const required = call.layer.parameters.find((parameter) => parameter.name === name)?.fallback === undefined;
  if (call.written === 'call' || name === null || !required || windowOf(call) !== undefined) return call;
  return { ...call, given: [...call.given, { name, value: { type: 'int', value: usualWindow } }] };
}
