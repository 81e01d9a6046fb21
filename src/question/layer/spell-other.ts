import type { Argument, GivenArguments } from '../../frameworks/index.ts';
import type { Setting, SettingName } from './setting.ts';

/** Convolution's arguments in Keras and in PyTorch. */
const keras: Readonly<Partial<Record<SettingName, string>>> = {
  window: 'kernel_size',
  stride: 'strides',
  padding: 'padding',
  dilation: 'dilation_rate',
  filters: 'filters',
  units: 'units',
};
const torch: Readonly<Partial<Record<SettingName, string>>> = {
  window: 'kernel_size',
  stride: 'stride',
  padding: 'padding',
  dilation: 'dilation',
  filters: 'out_channels',
  units: 'out_features',
};

/** Arguments that prose gives a layer that doesn't pool, as its framework spells them. */
export function spellOther(name: string, settings: readonly Setting[]): GivenArguments {
  const names = /\dd$|^Linear/.test(name) ? torch : keras;
  return settings.flatMap(({ name: about, value }): readonly Argument[] => {
    const spelled = names[about];
    return spelled === undefined ? [] : [{ name: spelled, value }];
  });
}
