import { z } from 'zod';
import { changes, type Entry, type Revision } from '../../faq/index.ts';
import { flag, instant, json } from '../rows.ts';
import type { Db, Trx } from '../tables.ts';

const list = json(z.array(z.string()).readonly());

const contentRow = {
  title: z.string(),
  body: z.string(),
  groupName: z.string().nullable(),
  aliases: list,
  triggers: list,
};

/** A row of `selectEntries`. */
export const entryRow = z
  .object({
    ...contentRow,
    id: z.string(),
    revision: z.number(),
    removed: flag,
    createdBy: z.string(),
    createdAt: instant,
    changedBy: z.string(),
    changedAt: instant,
  })
  .transform(
    ({ id, revision, removed, createdBy, createdAt, changedBy, changedAt, ...content }): Entry => ({
      id,
      content: toContent(content),
      revision,
      removed,
      created: { by: createdBy, at: createdAt },
      changed: { by: changedBy, at: changedAt },
    }),
  );

export const revisionRow = z
  .object({
    ...contentRow,
    revision: z.number(),
    change: z.enum(changes),
    changedBy: z.string(),
    changedAt: instant,
    why: z.string().nullable(),
  })
  .transform(
    ({ revision, change, changedBy, changedAt, why, ...content }): Revision => ({
      revision,
      change,
      content: toContent(content),
      by: changedBy,
      at: changedAt,
      why,
    }),
  );

function toContent({
  groupName,
  ...content
}: { [Key in keyof typeof contentRow]: z.output<(typeof contentRow)[Key]> }) {
  return { ...content, group: groupName };
}

/** Entries of one community, each with the content of its last revision. */
export function selectEntries(db: Db | Trx, community: string) {
  return db
    .selectFrom('faqEntry as e')
    .innerJoin('faqRevision as r', (join) =>
      join
        .onRef('r.community', '=', 'e.community')
        .onRef('r.entry', '=', 'e.id')
        .onRef('r.revision', '=', 'e.revision'),
    )
    .where('e.community', '=', community)
    .select(['e.id', 'e.revision', 'e.removed', 'e.createdBy', 'e.createdAt'])
    .select(['r.changedBy', 'r.changedAt', 'r.title', 'r.body', 'r.groupName', 'r.aliases', 'r.triggers']);
}
