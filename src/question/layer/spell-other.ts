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

/** "Conv 5x5x6" is six filters of 5x5. */
function split(setting: Setting, layer: string): readonly Setting[] {
  const rank = Number(/Conv(\d)/.exec(layer)?.[1] ?? 0);
  const { value } = setting;
  if (setting.name !== 'window' || value.type !== 'tuple' || value.items.length !== rank + 1)
    return [setting];
  const [filters] = value.items.slice(-1);
  const window: Setting = { ...setting, value: { type: 'tuple', items: value.items.slice(0, -1) } };
  return filters === undefined ? [setting] : [{ ...setting, name: 'filters', value: filters }, window];
}

/** Arguments that prose gives a layer that doesn't pool, as its framework spells them. */
export function spellOther(name: string, settings: readonly Setting[]): GivenArguments {
  const names = /\dd$|^Linear/.test(name) ? torch : keras;
  return settings
    .flatMap((setting) => split(setting, name))
    .flatMap(({ name: about, value }): readonly Argument[] => {
      const spelled = names[about];
      return spelled === undefined ? [] : [{ name: spelled, value }];
    });
}
