import type { FrameworkId, GivenArguments, Layer, PythonValue } from '../../frameworks/index.ts';
import type { LayerCall } from '../question.ts';
import { chooseLayer } from './choose.ts';
import type { Head } from './head.ts';
import type { Setting, SettingName } from './setting.ts';
import { impliedByKind, settingNamed, spellSettings } from './spell.ts';

/** The same call in another framework's words; the call itself where that framework has no such layer. */
export function translateCall(call: LayerCall, framework: FrameworkId, rank: 1 | 2 | 3): LayerCall {
  if (call.layer.framework === framework) return call;
  const { reduce, window } = call.layer.family;
  const head: Head = { reduce, window, saysWindow: true, rank: call.layer.rank, from: 0, to: 0 };
  const layer = chooseLayer(head, call.layer.rank ?? rank, [], framework);
  const own = layer?.framework === framework || (framework === 'tensorflow' && layer?.framework === 'keras');
  return layer === null || !own ? call : retarget(call, layer, rank);
}

/** Another layer with this call's arguments, as far as both have them. */
export function retarget(call: LayerCall, layer: Layer, rank: 1 | 2 | 3): LayerCall {
  const spatial = layer.rank ?? call.layer.rank ?? rank;
  const settings = settingsOf(call);
  const stride = settings.some(({ name }) => name === 'stride');
  const window = settings.find(({ name }) => name === 'window');
  const stepped = !stride && window !== undefined && stridesByWindow(call.layer) && !stridesByWindow(layer);
  const all: readonly Setting[] = stepped ? [...settings, { ...window, name: 'stride' }] : settings;
  const given = [...impliedByKind(layer, call.layer.family), ...spellSettings(all, layer, spatial)];
  return { ...call, layer, given };
}

/** Whether a stride that is left out is the window; elsewhere it is 1. */
function stridesByWindow({ framework }: Layer): boolean {
  return framework === 'keras' || framework === 'torch' || framework === 'mlx';
}

function settingsOf({ layer, given }: LayerCall): readonly Setting[] {
  const slots = layer.parameters.filter(({ tensor, keywordOnly }) => tensor !== true && keywordOnly !== true);
  let place = 0;
  return given.flatMap(({ name, value }): readonly Setting[] => {
    const parameter = name ?? slots[place]?.name ?? null;
    if (name === null) place += 1;
    const about = parameter === null ? null : settingNamed(parameter);
    return about === null || isDefault(about, value)
      ? []
      : [{ name: about, value: paddingOf(about, value), written: null, from: 0, to: 0 }];
  });
}

function isDefault(name: SettingName, value: PythonValue): boolean {
  return value.type === 'none' || (name === 'layout' && value.type === 'str');
}

/** tf.nn and Flax write the modes in capitals. */
function paddingOf(name: SettingName, value: PythonValue): PythonValue {
  return name === 'padding' && value.type === 'str'
    ? { type: 'str', value: value.value.toLowerCase() }
    : value;
}

/** A call with some arguments set anew, whatever framework's names they are given under. */
export function withArguments(call: LayerCall, settings: readonly Setting[], rank: 1 | 2 | 3): LayerCall {
  const spelled = spellSettings(settings, call.layer, call.layer.rank ?? rank);
  const names = new Set(spelled.map(({ name }) => name));
  return { ...call, given: [...withoutNamed(call, names), ...spelled] };
}

/** The arguments but those for certain parameters; the ones by position get their names, as some may be gone. */
function withoutNamed({ layer, given }: LayerCall, names: ReadonlySet<string | null>): GivenArguments {
  const slots = layer.parameters.filter(({ keywordOnly }) => keywordOnly !== true);
  let place = 0;
  return given.flatMap((argument) => {
    if (argument.name !== null) return names.has(argument.name) ? [] : [argument];
    const name = slots[place]?.name ?? null;
    place += 1;
    return names.has(name) ? [] : [{ ...argument, name }];
  });
}
