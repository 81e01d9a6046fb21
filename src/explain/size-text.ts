/** "14 or 15", "9, 10 or 11", "5 to 12"; "of any size" for null. */
export function sizesText(sizes: readonly number[] | null): string {
  if (sizes === null) return 'of any size';
  const [first, last] = [sizes[0] ?? 0, sizes.at(-1) ?? 0];
  if (sizes.length > 3 && last - first === sizes.length - 1) return `${first} to ${last}`;
  return sizes.length === 1 ? `${first}` : `${sizes.slice(0, -1).join(', ')} or ${last}`;
}

/** "Height and width 14 or 15", "Height 9, width 16 or 17": one text per axis, as one where all are alike. */
export function axesText(names: readonly string[], texts: readonly string[]): string {
  const [first] = texts;
  const text = texts.every((sizes) => sizes === first)
    ? `${names.join(' and ')} ${first}`
    : texts.map((sizes, axis) => `${names[axis]} ${sizes}`).join(', ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
