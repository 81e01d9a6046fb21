import type { CodeCall } from '../python/index.ts';
import type { Head } from './head.ts';
import type { Setting, SettingName } from './setting.ts';
import { settingNamed } from './spell.ts';

/** The arguments of a shorthand call: `MaxPool(3, stride=2)` gives a window and a stride. */
export function settingsOfCall(
  call: CodeCall,
  head: Head,
  place: { readonly from: number; readonly to: number },
): readonly Setting[] {
  const settings: Setting[] = [];
  for (const [index, { name, value }] of call.args.entries()) {
    if (value.type === 'expression') continue;
    const about = name === null ? positional(head)[index] : (letters[name] ?? settingNamed(name));
    if (about === undefined || about === null) continue;
    settings.push({ name: about, value, written: name, from: place.from, to: place.to });
  }
  return settings;
}

/** What formulas call the arguments. */
const letters: Readonly<Record<string, SettingName>> = {
  k: 'window',
  f: 'window',
  s: 'stride',
  p: 'padding',
  d: 'dilation',
};

function positional(head: Head): readonly SettingName[] {
  return [head.window === 'adaptive' ? 'output-size' : 'window', 'stride', 'padding'];
}
