import { configure, repr } from '../../frameworks/index.ts';
import type { LayerCall } from '../../question/index.ts';

/** A call as it is written: `MaxPooling2D(2, strides=1)`. */
export function codeOfCall({ layer, given }: LayerCall): string {
  const prefix = layer.framework === 'torch' && layer.form === 'class' ? 'nn.' : '';
  const written = given.map(({ name, value }) => (name === null ? repr(value) : `${name}=${repr(value)}`));
  return `${prefix}${layer.name}(${written.join(', ')})`;
}

/** The local window of a layer that stands beside the message; null where it has none. */
export function windowOfCall(
  call: LayerCall | undefined,
): { readonly window: number; readonly stride: number } | null {
  const configuration = call && configure(call.layer, call.given);
  const operation = configuration?.ok ? configuration.operation : null;
  if (operation?.kind !== 'pool' || operation.window.kind !== 'local') return null;
  const { kernel, stride } = operation.window;
  return { window: Math.max(...kernel), stride: Math.max(...stride) };
}
