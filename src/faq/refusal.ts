import type { Content, Entry } from './entry.ts';
import type { Committed } from './store.ts';

/** Why something was not saved. Nothing was changed, and what was typed is not lost. */
export type Refusal =
  | { readonly kind: 'forbidden' }
  /** One sentence for each problem. */
  | { readonly kind: 'invalid'; readonly problems: readonly string[] }
  | { readonly kind: 'missing' }
  | { readonly kind: 'name-taken'; readonly name: string; readonly by: Entry }
  /** Somebody else changed the entry meanwhile; the person sees both and decides. */
  | { readonly kind: 'conflict'; readonly yours: Content; readonly theirs: Entry };

export type Saved = { readonly kind: 'saved'; readonly entry: Entry } | Refusal;

/** What to tell the person, in plain sentences. */
export function refusalSentences(refusal: Refusal): readonly string[] {
  switch (refusal.kind) {
    case 'forbidden':
      return ['Editing is for teaching staff, and for those whom they let edit.'];
    case 'invalid':
      return refusal.problems;
    case 'missing':
      return ['That entry does not exist here any more.'];
    case 'name-taken':
      return [
        `"${refusal.name}" already leads to "${refusal.by.content.title}". Take another name, or edit that entry.`,
      ];
    case 'conflict':
      return [
        `Somebody changed "${refusal.theirs.content.title}" while you were editing. Nothing is lost: look at both versions and decide.`,
      ];
  }
}

/** The store's outcome of writing one entry, as the person hears of it. */
export function savedOf(committed: Committed, yours: Content): Saved {
  switch (committed.kind) {
    case 'committed': {
      const [entry] = committed.entries;
      if (!entry) throw new RangeError('a commit of one entry gave none back');
      return { kind: 'saved', entry };
    }
    case 'conflict':
      return { kind: 'conflict', yours, theirs: committed.current };
    case 'missing':
      return { kind: 'missing' };
    case 'name-taken':
      return committed;
  }
}
