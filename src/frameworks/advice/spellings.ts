import type { Layer, Parameter } from '../framework.ts';

/** What the frameworks call one and the same thing. */
const meanings: readonly (readonly string[])[] = [
  ['pool_size', 'kernel_size', 'kernel_shape', 'window_shape', 'ksize', 'window_dimensions', 'pool_length'],
  ['strides', 'stride', 'window_strides', 'subsample'],
  ['padding', 'pads', 'pad', 'auto_pad', 'border_mode'],
  ['dilation', 'dilations', 'window_dilation'],
  ['keepdims', 'keep_dims', 'keepdim'],
  ['data_format', 'dim_ordering'],
  ['output_size', 'output_shape'],
  ['norm_type', 'p', 'norm'],
  ['return_indices', 'with_indices'],
];

/** The parameter of this layer that somebody who wrote `name` most likely means. */
export function meantParameter(layer: Layer, name: string): Parameter | null {
  const former = layer.parameters.find(({ formerly }) => formerly?.includes(name));
  if (former !== undefined) return former;
  const same = meanings.find((names) => names.includes(name));
  return layer.parameters.find((parameter) => same?.includes(parameter.name)) ?? null;
}
