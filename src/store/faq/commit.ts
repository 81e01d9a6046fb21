import type { Committed, Entry, FaqStore, Signature, Write } from '../../faq/index.ts';
import { inPieces, toFlag } from '../rows.ts';
import { settle } from '../settle.ts';
import type { Db, Trx } from '../tables.ts';
import { countChange, leaveTrail } from '../trail.ts';
import { entryRow, selectEntries } from './rows.ts';

type Refused = Exclude<Committed, { kind: 'committed' }>;

/** Writes entries of one community in one transaction, or none of them. */
export function commitFaq(db: Db): FaqStore['commit'] {
  return (community, writes, signature) =>
    settle<Committed>(db, async (trx) => {
      const number = await countChange(trx, community);
      const current = await entriesById(
        trx,
        community,
        writes.map(({ id }) => id),
      );
      const refused = outdated(writes, current) ?? (await exchangeNames(trx, community, writes));
      if (refused) return { keep: false, outcome: refused };
      await writeEntries(trx, { community, number }, writes, signature);
      await leaveTrail(trx, { community, number }, trailOf(writes), signature);
      const entries = writes.map((write) => entryAfter(write, current.get(write.id), signature));
      return { keep: true, outcome: { kind: 'committed', entries } };
    });
}

async function entriesById(
  trx: Trx,
  community: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Entry>> {
  const found = new Map<string, Entry>();
  for await (const piece of inPieces(ids))
    for (const row of await selectEntries(trx, community).where('e.id', 'in', piece).execute()) {
      const entry = entryRow.parse(row);
      found.set(entry.id, entry);
    }
  return found;
}

/** The first write that is not based on what the entry is now. */
function outdated(writes: readonly Write[], current: ReadonlyMap<string, Entry>): Refused | null {
  for (const { id, basedOn } of writes) {
    const entry = current.get(id);
    if (!entry && basedOn > 0) return { kind: 'missing', id };
    if (entry && entry.revision !== basedOn) return { kind: 'conflict', current: entry };
  }
  return null;
}

/** Gives up the old names of all written entries, then takes the new ones, unless another entry has one. */
async function exchangeNames(trx: Trx, community: string, writes: readonly Write[]): Promise<Refused | null> {
  for await (const piece of inPieces(writes.map(({ id }) => id)))
    await trx.deleteFrom('faqName').where('community', '=', community).where('entry', 'in', piece).execute();
  const names = writes
    .filter(({ removed }) => !removed)
    .flatMap(({ id, names }) => names.map(({ key, text }) => ({ community, key, name: text, entry: id })));
  for await (const piece of inPieces(names)) {
    const taken = await trx
      .selectFrom('faqName')
      .select(['key', 'entry'])
      .where('community', '=', community)
      .where(
        'key',
        'in',
        piece.map(({ key }) => key),
      )
      .orderBy('key')
      .executeTakeFirst();
    const owner = taken && (await entriesById(trx, community, [taken.entry])).get(taken.entry);
    if (taken && owner) {
      const name = piece.find(({ key }) => key === taken.key)?.name ?? taken.key;
      return { kind: 'name-taken', name, by: owner };
    }
    await trx.insertInto('faqName').values(piece).execute();
  }
  return null;
}

async function writeEntries(
  trx: Trx,
  { community, number }: { readonly community: string; readonly number: number },
  writes: readonly Write[],
  { by, at, why }: Signature,
): Promise<void> {
  for await (const piece of inPieces(writes)) {
    await trx
      .insertInto('faqEntry')
      .values(
        piece.map(({ id, basedOn, removed }) => ({
          community,
          id,
          revision: basedOn + 1,
          changedIn: number,
          removed: toFlag(removed),
          createdBy: by,
          createdAt: at.getTime(),
          uses: 0,
          lastUsedAt: null,
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(['community', 'id']).doUpdateSet((eb) => ({
          revision: eb.ref('excluded.revision'),
          changedIn: eb.ref('excluded.changedIn'),
          removed: eb.ref('excluded.removed'),
        })),
      )
      .execute();
    await trx
      .insertInto('faqRevision')
      .values(
        piece.map(({ id, basedOn, change, content }) => ({
          community,
          entry: id,
          revision: basedOn + 1,
          change,
          title: content.title,
          body: content.body,
          groupName: content.group,
          aliases: JSON.stringify(content.aliases),
          triggers: JSON.stringify(content.triggers),
          changedBy: by,
          changedAt: at.getTime(),
          why,
        })),
      )
      .execute();
  }
}

function trailOf(writes: readonly Write[]): { action: Write['change']; subject: string } {
  const [first] = writes;
  if (!first) throw new RangeError('a commit needs at least one write');
  const subject = first.change === 'imported' ? `${writes.length} entries` : first.content.title;
  return { action: first.change, subject };
}

function entryAfter(
  { id, basedOn, content, removed }: Write,
  before: Entry | undefined,
  { by, at }: Signature,
): Entry {
  const stamp = { by, at };
  return { id, content, revision: basedOn + 1, removed, created: before?.created ?? stamp, changed: stamp };
}
