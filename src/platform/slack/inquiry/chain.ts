/** Parts a question from those that it goes on from; nobody types it. */
const seam = '\u2029';

/** How many questions a follow-up remembers, its own included. */
const mostParts = 4;

/** A question behind those that it goes on from, as it is kept. */
export const chained = (earlier: string | null, own: string): string =>
  [...(earlier?.split(seam) ?? []), own.replaceAll(seam, '\n')].slice(-mostParts).join(seam);

/** Those that a kept question goes on from; null for a fresh one. */
export function before(kept: string): string | null {
  const at = kept.lastIndexOf(seam);
  return at === -1 ? null : kept.slice(0, at);
}

/** A kept question alone. */
export const ownWords = (kept: string): string => kept.slice(kept.lastIndexOf(seam) + 1);

/** As the house reads it: one line after another. */
export const inWords = (kept: string): string => kept.replaceAll(seam, '\n');
