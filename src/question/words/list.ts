/** The words of a text as a set: word lists read better as prose than as arrays. */
export function wordSet(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}
