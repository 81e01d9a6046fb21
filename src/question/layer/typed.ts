import type { PythonValue } from '../../frameworks/index.ts';
import { readCode } from '../python/index.ts';
import { scan } from '../words/scan.ts';
import type { Setting } from './setting.ts';
import { flagAt, sizesAt } from './setting-value.ts';
import { settingNamed } from './spell.ts';

/** Arguments that were typed into options or set by a button, by name; names that no layer has are left out. */
export function typedSettings(typed: Readonly<Record<string, string>>): readonly Setting[] {
  return Object.entries(typed).flatMap(([name, written]): readonly Setting[] => {
    const about = settingNamed(name);
    if (about === null || written.trim() === '') return [];
    return [{ name: about, value: valueOfTyped(written), written: name, from: 0, to: 0 }];
  });
}

/** `2`, `2x3`, `(2, 2)`, `True`, `None`, `same`. */
function valueOfTyped(written: string): PythonValue {
  const tokens = scan(written);
  const sizes = sizesAt(tokens, 0);
  if (sizes !== null && sizes.to === tokens.length) return sizes.value;
  const flag = flagAt(tokens, 0);
  if (flag !== null && tokens.length === 1) return flag.value;
  const value = readCode(`f(${written})`).calls[0]?.args[0]?.value;
  if (value !== undefined && value.type !== 'expression') return value;
  return { type: 'str', value: written.trim().replace(/^['"]|['"]$/g, '') };
}
