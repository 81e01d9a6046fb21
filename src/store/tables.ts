import type { Kysely, Transaction } from 'kysely';

/** The tables as rows; times are milliseconds since 1970 in UTC, flags 0 or 1, lists and objects JSON. */
export interface Tables {
  community: {
    id: string;
    /** Counts every change by staff: the number of a trail line, and what tells a search index that it is old. */
    revision: number;
    settings: string | null;
    removedAt: number | null;
  };
  faqEntry: {
    community: string;
    id: string;
    revision: number;
    /** The community's revision in which it last changed. */
    changedIn: number;
    removed: number;
    createdBy: string;
    createdAt: number;
    uses: number;
    lastUsedAt: number | null;
  };
  faqRevision: {
    community: string;
    entry: string;
    revision: number;
    change: string;
    title: string;
    body: string;
    groupName: string | null;
    aliases: string;
    triggers: string;
    changedBy: string;
    changedAt: number;
    why: string | null;
  };
  /** Titles and aliases of entries that are not removed: the key makes them unique. */
  faqName: { community: string; key: string; name: string; entry: string };
  faqVote: { community: string; entry: string; voter: string; helpful: number };
  trail: {
    community: string;
    number: number;
    action: string;
    subject: string;
    changedBy: string;
    changedAt: number;
    why: string | null;
  };
  gap: { id: string; community: string; key: string; text: string; askedAt: number };
  seenEvent: { key: string; expiresAt: number };
  keptAction: { id: string; community: string | null; asker: string; action: string; expiresAt: number };
  questionUnderWay: {
    id: string;
    platform: string;
    community: string | null;
    question: string;
    attempts: number;
    leaseUntil: number;
    expiresAt: number;
  };
  answerMessage: {
    place: string;
    answer: string;
    question: string;
    community: string | null;
    asker: string;
    text: string;
    expiresAt: number;
  };
  slackInstallation: { workspace: string; sealed: string };
}

export type Db = Kysely<Tables>;
export type Trx = Transaction<Tables>;
