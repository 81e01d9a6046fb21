/** A word without its plural ending: `maps` is `map`, `axes` is `axis`, `indices` is `index`; `stride` stays. */
export function stemOf(word: string): string {
  const irregular = irregulars.get(word);
  if (irregular !== undefined) return irregular;
  if (word.length < 4 || !word.endsWith('s') || /(?:ss|us|is|ous)$/.test(word)) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:ch|sh|x)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

const irregulars = new Map([
  ['axes', 'axis'],
  ['indices', 'index'],
  ['indexes', 'index'],
  ['matrices', 'matrix'],
  ['maxima', 'maximum'],
  ['minima', 'minimum'],
  ['voxels', 'voxel'],
  ['this', 'this'],
  ['does', 'does'],
  ['was', 'was'],
  ['has', 'has'],
  ['its', 'its'],
  ['keepdims', 'keepdims'],
  ['always', 'always'],
]);
