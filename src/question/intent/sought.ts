import { chooseLayer } from '../layer/choose.ts';
import type { SettingName } from '../layer/setting.ts';
import { spellSettings } from '../layer/spell.ts';
import type { LayerCall } from '../question.ts';
import type { Understanding } from '../understand.ts';
import { wordSet } from '../words/list.ts';

/** An argument that is looked for, and not given. */
export type Sought = 'window' | 'stride' | 'padding';

const soughtWords: readonly (readonly [Sought, ReadonlySet<string>])[] = [
  ['window', wordSet('pool_size kernel_size kernel_shape ksize window_shape kernel window filter')],
  ['stride', wordSet('stride strides')],
  ['padding', wordSet('padding pads pad')],
];

/** The arguments that are named without a value: "which pool_size and strides give …". */
export function soughtIn(understanding: Understanding): readonly Sought[] {
  const { page } = understanding;
  const given = new Set<SettingName>(page.settings.map(({ name }) => name));
  const taken = [...page.settings, ...page.mentions.flatMap(({ settings }) => settings)];
  const free = page.tokens.filter((_, at) => taken.every(({ from, to }) => at < from || at >= to));
  const onlyOdd =
    wantsOddWindow(understanding) && !free.some(({ word }) => word === 'which' || word === 'what');
  const spaced = free.map(({ word }) => word).join(' ');
  return soughtWords.flatMap(([name, words]) => {
    const named =
      free.some(({ word }) => words.has(word)) ||
      (name === 'window' && /\b(?:pool|pooling) sizes?\b/.test(spaced));
    return named && !given.has(name) && !(name === 'window' && onlyOdd) ? [name] : [];
  });
}

/** "an odd kernel", "kernel sizes that are odd". */
export function wantsOddWindow({ page }: Understanding): boolean {
  const at = page.tokens.findIndex(({ word }) => word === 'odd');
  const near = page.tokens.slice(Math.max(0, at - 4), at + 4).map(({ word }) => word);
  return at >= 0 && near.some((word) => soughtWords[0]?.[1].has(word.replace(/s$/, '')) ?? false);
}

/** The layer whose arguments are looked for; with what was said of them where none was named. */
export function layerSought(understanding: Understanding): readonly LayerCall[] {
  const { calls, page, rank, framework } = understanding;
  if (calls.length > 0) return calls;
  const layer = chooseLayer({ reduce: 'max', window: 'local' }, rank, page.settings, framework);
  if (layer === null) return [];
  return [
    {
      layer,
      given: spellSettings(page.settings, layer, layer.rank ?? rank),
      written: 'words',
      applied: [],
      span: null,
    },
  ];
}
