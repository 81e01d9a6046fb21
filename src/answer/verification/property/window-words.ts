/** What is said of the window; null where it is left open. */
export interface Window {
  readonly size: number | null;
  readonly stride: number | null;
  readonly padding: number | 'same' | 'valid' | null;
}

const join = '(?: ?(?:,|and|&|plus) ?)?';
const lead = '(?:(?:with|when|if|for|and|,|using|use|set|at|under|whose|has|have|of) )*';
const settingWords: readonly (readonly [RegExp, (found: readonly string[]) => Partial<Window>])[] = [
  [
    /^(same|valid)(?= (?:keep|preserve|maintain|retain|leave|change|reduce|halve))/,
    ([, kind]) => ({ padding: kind === 'same' ? 'same' : 'valid' }),
  ],
  [
    new RegExp(`${lead}(?:padding ?(?:=|be|mode|of)? ?)(same|valid)(?= |$)`),
    ([, kind]) => ({ padding: kind === 'same' ? 'same' : 'valid' }),
  ],
  [
    new RegExp(`${lead}(same|valid) padding`),
    ([, kind]) => ({ padding: kind === 'same' ? 'same' : 'valid' }),
  ],
  [new RegExp(`${lead}(?:no|without) padding`), () => ({ padding: 'valid' })],
  [new RegExp(`${lead}padding ?(?:=|of|be)? ?(\\d+)(?= |$)`), ([, size]) => ({ padding: Number(size) })],
  [
    new RegExp(`${lead}strides? ?(?:=|of|be|equal|equal to)? ?(\\d+|one|two)(?= |$)`),
    ([, size]) => ({ stride: numberOf(size) }),
  ],
  [
    new RegExp(
      `${lead}(?:pool_size|pool size|kernel_size|kernel size|kernel|window size|window) ?(?:=|of|be)? ?(\\d+)(?:x\\1)?(?= |$)`,
    ),
    ([, size]) => ({ size: Number(size) }),
  ],
  [
    new RegExp(`${lead}(\\d+)x\\1(?: (?:window|kernel)|(?= (?:maximum|average|mean)? ?pool))`),
    ([, size]) => ({ size: Number(size) }),
  ],
];
const numberOf = (word: string | undefined): number =>
  word === 'one' ? 1 : word === 'two' ? 2 : Number(word);

/** What a normal form says of the window, and the rest of it; `told` where it says anything. */
export function settingsIn(text: string): {
  readonly rest: string;
  readonly window: Window;
  readonly told: boolean;
} {
  let rest = text;
  let window: Window = { size: null, stride: null, padding: null };
  let told = false;
  for (const [pattern, read] of settingWords) {
    const found = pattern.exec(rest);
    if (!found) continue;
    window = { ...window, ...read(found) };
    told = true;
    rest = `${rest.slice(0, found.index)} ${rest.slice(found.index + found[0].length)}`
      .replace(/ +/g, ' ')
      .trim();
  }
  return {
    rest: rest
      .replace(new RegExp(`^${join} ?(?:be (?:used )?)?`), '')
      .replace(/ (?:with|and|if|when|for|using)(?: and)?$/, '')
      .replace(/^, /, '')
      .trim(),
    window,
    told,
  };
}
