import type { PythonValue } from '../../frameworks/index.ts';
import { phrasesOf } from '../words/phrases.ts';
import type { Setting, SettingName } from './setting.ts';

export type Takes = 'sizes' | 'number' | 'flag' | 'padding' | 'layout';

export interface NameRule {
  readonly name: SettingName;
  readonly takes: Takes;
  /** A single letter or an everyday word needs a sign before its value. */
  readonly needsSign?: true;
}

/** Names of arguments, with what stands behind them. */
export const names = phrasesOf<NameRule>([
  [
    'pool_size|poolsize|pool_length|kernel_size|kernelsize|kernel_shape|ksize|window_shape|filter_size',
    { name: 'window', takes: 'sizes' },
  ],
  ['pool|pooling|kernel|window|filter size|shape|dimension', { name: 'window', takes: 'sizes' }],
  ['pool|pooling window|kernel size?', { name: 'window', takes: 'sizes' }],
  ['kernel|window|filter', { name: 'window', takes: 'sizes' }],
  ['k|f|p_size|ks|filter|pool', { name: 'window', takes: 'sizes', needsSign: true }],
  ['stride|strides|subsample_length', { name: 'stride', takes: 'sizes' }],
  ['step size', { name: 'stride', takes: 'sizes' }],
  ['step|hop of|=', { name: 'stride', takes: 'sizes' }],
  ['moved|moving|moves|sliding|slides|shifted|hopping by', { name: 'stride', takes: 'sizes' }],
  ['s', { name: 'stride', takes: 'sizes', needsSign: true }],
  ['padding|pad|pads|border_mode|auto_pad', { name: 'padding', takes: 'padding' }],
  ['padded by|with', { name: 'padding', takes: 'padding' }],
  ['p', { name: 'padding', takes: 'padding', needsSign: true }],
  ['dilation|dilation_rate', { name: 'dilation', takes: 'sizes' }],
  ['dilated by', { name: 'dilation', takes: 'sizes' }],
  ['d', { name: 'dilation', takes: 'sizes', needsSign: true }],
  ['ceil_mode', { name: 'ceil', takes: 'flag' }],
  ['ceil|ceiling mode', { name: 'ceil', takes: 'flag' }],
  ['count_include_pad', { name: 'count-padding', takes: 'flag' }],
  ['keepdims|keep_dims|keepdim|keep_dim', { name: 'keepdims', takes: 'flag' }],
  ['keep dim|dims|dimensions', { name: 'keepdims', takes: 'flag' }],
  ['data_format|dim_ordering|image_data_format', { name: 'layout', takes: 'layout' }],
  ['data format', { name: 'layout', takes: 'layout' }],
  ['output_size', { name: 'output-size', takes: 'sizes' }],
  ['norm_type', { name: 'norm', takes: 'number' }],
  ['divisor_override', { name: 'divisor', takes: 'number' }],
  ['return_indices', { name: 'indices', takes: 'flag' }],
  ['output_ratio', { name: 'output-ratio', takes: 'number' }],
  ['storage_order', { name: 'storage-order', takes: 'number' }],
  ['filters', { name: 'filters', takes: 'number', needsSign: true }],
]);

const bool = (value: boolean): PythonValue => ({ type: 'bool', value });
export const str = (value: string): PythonValue => ({ type: 'str', value });
export const int = (value: number): PythonValue => ({ type: 'int', value });

type Fixed = Pick<Setting, 'name' | 'value'>;

/** Arguments that prose states whole. */
export const statements = phrasesOf<Fixed>([
  ['no|without padding|pad', { name: 'padding', value: str('valid') }],
  ['without any padding', { name: 'padding', value: str('valid') }],
  ['not padded', { name: 'padding', value: str('valid') }],
  ['unpadded', { name: 'padding', value: str('valid') }],
  ['same padding|pad|padded', { name: 'padding', value: str('same') }],
  ['valid padding|pad', { name: 'padding', value: str('valid') }],
  ['unit stride', { name: 'stride', value: int(1) }],
  ['ceil|ceiling mode', { name: 'ceil', value: bool(true) }],
  ['ceil_mode', { name: 'ceil', value: bool(true) }],
  ['round|rounding up', { name: 'ceil', value: bool(true) }],
  ['with ceil|ceiling', { name: 'ceil', value: bool(true) }],
  ['keepdims|keep_dims|keepdim|keep_dim', { name: 'keepdims', value: bool(true) }],
  ['keep|keeping|kept the? dim|dims|dimension|dimensions', { name: 'keepdims', value: bool(true) }],
  ['without|no keepdims|keep_dims', { name: 'keepdims', value: bool(false) }],
  ['channel|channels last', { name: 'layout', value: str('channels_last') }],
  ['channel|channels first', { name: 'layout', value: str('channels_first') }],
  ['channels_last', { name: 'layout', value: str('channels_last') }],
  ['channels_first', { name: 'layout', value: str('channels_first') }],
  ['nhwc|ndhwc|nwc|nlc', { name: 'layout', value: str('channels_last') }],
  ['nchw|ncdhw|ncl|ncw', { name: 'layout', value: str('channels_first') }],
]);
