import type { PythonValue } from '../../frameworks/index.ts';

export const settingNames = [
  'window',
  'stride',
  'padding',
  'dilation',
  'ceil',
  'count-padding',
  'keepdims',
  'layout',
  'output-size',
  'norm',
  'divisor',
  'indices',
  'output-ratio',
  'storage-order',
  'filters',
  'units',
] as const;

/** What an argument is about, whatever a framework calls it. */
export type SettingName = (typeof settingNames)[number];

/** An argument given in prose, over the tokens `from` to `to`. */
export interface Setting {
  readonly name: SettingName;
  readonly value: PythonValue;
  /** As the asker spelled the name, where it was spelled as an argument. */
  readonly written: string | null;
  readonly from: number;
  readonly to: number;
}
