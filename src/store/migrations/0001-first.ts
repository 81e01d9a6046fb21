import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The FAQ, settings and their trail; then what platforms keep to answer each question once and follow it up. */
export const first: Migration = {
  up: async (db: Kysely<unknown>) => {
    await createFaq(db);
    await createUse(db);
    await createPlatformState(db);
  },
};

async function createFaq(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('community')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('revision', 'bigint', (c) => c.notNull().defaultTo(0))
    .addColumn('settings', 'text')
    .addColumn('removed_at', 'bigint')
    .execute();
  await schema
    .createTable('faq_entry')
    .addColumn('community', 'text', (c) => c.notNull())
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('revision', 'bigint', (c) => c.notNull())
    .addColumn('changed_in', 'bigint', (c) => c.notNull())
    .addColumn('removed', 'integer', (c) => c.notNull())
    .addColumn('created_by', 'text', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('uses', 'bigint', (c) => c.notNull().defaultTo(0))
    .addColumn('last_used_at', 'bigint')
    .addPrimaryKeyConstraint('faq_entry_key', ['community', 'id'])
    .execute();
  await schema
    .createIndex('faq_entry_changed')
    .on('faq_entry')
    .columns(['community', 'changed_in'])
    .execute();
  await schema
    .createTable('faq_revision')
    .addColumn('community', 'text', (c) => c.notNull())
    .addColumn('entry', 'text', (c) => c.notNull())
    .addColumn('revision', 'bigint', (c) => c.notNull())
    .addColumn('change', 'text', (c) => c.notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('group_name', 'text')
    .addColumn('aliases', 'text', (c) => c.notNull())
    .addColumn('triggers', 'text', (c) => c.notNull())
    .addColumn('changed_by', 'text', (c) => c.notNull())
    .addColumn('changed_at', 'bigint', (c) => c.notNull())
    .addColumn('why', 'text')
    .addPrimaryKeyConstraint('faq_revision_key', ['community', 'entry', 'revision'])
    .execute();
  await schema
    .createTable('faq_name')
    .addColumn('community', 'text', (c) => c.notNull())
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('entry', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('faq_name_key', ['community', 'key'])
    .execute();
  await schema.createIndex('faq_name_entry').on('faq_name').columns(['community', 'entry']).execute();
}

async function createUse(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('faq_vote')
    .addColumn('community', 'text', (c) => c.notNull())
    .addColumn('entry', 'text', (c) => c.notNull())
    .addColumn('voter', 'text', (c) => c.notNull())
    .addColumn('helpful', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('faq_vote_key', ['community', 'entry', 'voter'])
    .execute();
  await schema
    .createTable('trail')
    .addColumn('community', 'text', (c) => c.notNull())
    .addColumn('number', 'bigint', (c) => c.notNull())
    .addColumn('action', 'text', (c) => c.notNull())
    .addColumn('subject', 'text', (c) => c.notNull())
    .addColumn('changed_by', 'text', (c) => c.notNull())
    .addColumn('changed_at', 'bigint', (c) => c.notNull())
    .addColumn('why', 'text')
    .addPrimaryKeyConstraint('trail_key', ['community', 'number'])
    .execute();
  await schema
    .createTable('gap')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('community', 'text', (c) => c.notNull())
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('asked_at', 'bigint', (c) => c.notNull())
    .execute();
  await schema.createIndex('gap_asked').on('gap').columns(['community', 'asked_at']).execute();
}

async function createPlatformState(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('seen_event')
    .addColumn('key', 'text', (c) => c.primaryKey())
    .addColumn('expires_at', 'bigint', (c) => c.notNull())
    .execute();
  await schema
    .createTable('kept_action')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('community', 'text')
    .addColumn('asker', 'text', (c) => c.notNull())
    .addColumn('action', 'text', (c) => c.notNull())
    .addColumn('expires_at', 'bigint', (c) => c.notNull())
    .execute();
  await schema
    .createTable('question_under_way')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('platform', 'text', (c) => c.notNull())
    .addColumn('community', 'text')
    .addColumn('question', 'text', (c) => c.notNull())
    .addColumn('attempts', 'integer', (c) => c.notNull())
    .addColumn('lease_until', 'bigint', (c) => c.notNull())
    .addColumn('expires_at', 'bigint', (c) => c.notNull())
    .execute();
  await schema
    .createTable('answer_message')
    .addColumn('place', 'text', (c) => c.notNull())
    .addColumn('answer', 'text', (c) => c.notNull())
    .addColumn('question', 'text', (c) => c.notNull())
    .addColumn('community', 'text')
    .addColumn('asker', 'text', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('expires_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('answer_message_key', ['place', 'answer'])
    .execute();
  await schema
    .createIndex('answer_message_question')
    .on('answer_message')
    .columns(['place', 'question'])
    .execute();
  for (const table of ['seen_event', 'kept_action', 'question_under_way', 'answer_message'])
    await schema.createIndex(`${table}_expires`).on(table).column('expires_at').execute();
  await schema
    .createTable('slack_installation')
    .addColumn('workspace', 'text', (c) => c.primaryKey())
    .addColumn('sealed', 'text', (c) => c.notNull())
    .execute();
}
