import { python } from '../../frameworks/index.ts';
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
  // A layer for maps of any rank wants a size for each axis.
  const value =
    call.layer.rank === null ? python.intTuple([usualWindow, usualWindow]) : python.int(usualWindow);
  return { ...call, given: [...call.given, { name, value }] };
}

/** "2x2 min pooling" in words moves on by its window, whatever the default of the only framework that has it. */
export function withOwnStride(call: LayerCall): LayerCall {
  const name = parameterFor(call.layer, 'stride');
  const window = windowOf(call);
  const given = call.given.some((argument) => argument.name === name);
  const other = call.layer.family.reduce !== 'min' || call.written !== 'words';
  if (other || name === null || window === undefined || given) return call;
  return { ...call, given: [...call.given, { name, value: window }] };
}
