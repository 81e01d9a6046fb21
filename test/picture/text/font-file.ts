/** The advance width of a character in a TrueType file, from its `cmap` (format 4) and `hmtx` tables. */
export function advanceOf(font: Buffer, character: string): number | null {
  const glyph = glyphOf(font, character.codePointAt(0) ?? 0);
  if (glyph === 0) return null;
  const long = font.readUInt16BE(table(font, 'hhea') + 34);
  return font.readUInt16BE(table(font, 'hmtx') + 4 * Math.min(glyph, long - 1));
}

function table(font: Buffer, name: string): number {
  for (let entry = 12; ; entry += 16) {
    if (font.toString('latin1', entry, entry + 4) === name) return font.readUInt32BE(entry + 8);
  }
}

function glyphOf(font: Buffer, point: number): number {
  const map = unicodeMap(font);
  const segments = font.readUInt16BE(map + 6) / 2;
  const word = (list: number, index: number) =>
    font.readUInt16BE(map + 14 + 2 * (list * segments + index) + (list > 0 ? 2 : 0));
  for (let index = 0; index < segments; index += 1) {
    const [end, start, delta, offset] = [word(0, index), word(1, index), word(2, index), word(3, index)];
    if (end < point) continue;
    if (start > point) return 0;
    if (offset === 0) return (point + delta) & 0xffff;
    const place = map + 16 + 2 * (3 * segments + index) + offset + 2 * (point - start);
    const glyph = font.readUInt16BE(place);
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  }
  return 0;
}

function unicodeMap(font: Buffer): number {
  const maps = table(font, 'cmap');
  for (let entry = maps + 4; ; entry += 8) {
    const map = maps + font.readUInt32BE(entry + 4);
    if (font.readUInt16BE(map) === 4) return map;
  }
}
