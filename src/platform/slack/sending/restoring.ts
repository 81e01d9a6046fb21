const prefix = 'restore ';

/** The value of a button that brings a deleted answer back. */
export const restoring = (id: string): string => prefix + id;

/** What a button's value says: the keeper's id, and whether the press brings something back. */
export function readValue(value: string): { readonly id: string; readonly restores: boolean } {
  const restores = value.startsWith(prefix);
  return { id: restores ? value.slice(prefix.length) : value, restores };
}
