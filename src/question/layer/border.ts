import { asInt } from '../../frameworks/index.ts';
import type { LayerCall } from '../question.ts';
import type { Setting, SettingName } from './setting.ts';
import { parameterFor, spellSettings } from './spell.ts';
import { windowOf } from './usual-window.ts';

/** Windows with a middle, one after the other, padded by half of one: every framework lays them alike. */
const window = 3;
const stride = 1;

const speaksOfBorders = /\b(?:padd(?:ed|ing)|borders?|edges?)\b/i;

/**
 * Layers that are compared "at the borders" or "with padding" without a word on how much: padded as each framework
 * writes it. Unchanged where the text says nothing of borders, or says how they are padded.
 */
export function withBorders(
  calls: readonly LayerCall[],
  text: string,
  settings: readonly Setting[],
): readonly LayerCall[] {
  const said = settings.some(({ name }) => name === 'padding') || calls.some((call) => has(call, 'padding'));
  const alike = calls.every(
    ({ layer, given }) =>
      layer.family.window === 'local' &&
      layer.family.reduce === calls[0]?.layer.family.reduce &&
      given.filter(({ name }) => name === null).length < 2,
  );
  return speaksOfBorders.test(text) && alike && !said ? calls.map(withBorder) : calls;
}

function has({ layer, given }: LayerCall, setting: SettingName): boolean {
  const own = parameterFor(layer, setting);
  return given.some(({ name }) => name !== null && (name === own || name === 'auto_pad'));
}

function withBorder(call: LayerCall): LayerCall {
  const { layer } = call;
  const given = windowOf(call);
  const half = Math.floor((given === undefined ? window : (asInt(given) ?? window)) / 2);
  const inCells = layer.framework === 'torch' || layer.framework === 'mlx' || layer.framework === 'caffe';
  const settings: readonly Setting[] = [
    ...(given === undefined ? [setting('window', window)] : []),
    ...(has(call, 'stride') ? [] : [setting('stride', stride)]),
    setting('padding', inCells ? half : 'same'),
  ];
  return { ...call, given: [...call.given, ...spellSettings(settings, layer, layer.rank ?? 2)] };
}

function setting(name: SettingName, value: number | 'same'): Setting {
  const written = value === 'same' ? ({ type: 'str', value } as const) : ({ type: 'int', value } as const);
  return { name, value: written, written: null, from: 0, to: 0 };
}
