import { ADVANCE, UNITS_PER_EM, type Weight } from './advance.ts';

const byCharacter: Readonly<Record<Weight, ReadonlyMap<string, number>>> = {
  regular: index('regular'),
  bold: index('bold'),
};

/**
 * Width of a line of text in user units when set in DejaVu Sans at `size`. A character outside the table counts as
 * one em, wider than nearly every letter, so that a label is never drawn longer than it was measured.
 */
export function textWidth(text: string, size: number, weight: Weight = 'regular'): number {
  const advances = byCharacter[weight];
  let units = 0;
  for (const character of text) units += advances.get(character) ?? UNITS_PER_EM;
  return (units * size) / UNITS_PER_EM;
}

function index(weight: Weight): ReadonlyMap<string, number> {
  const advances = new Map<string, number>();
  for (const [width, characters] of Object.entries(ADVANCE[weight])) {
    for (const character of characters) advances.set(character, Number(width));
  }
  return advances;
}
