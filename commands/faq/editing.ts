import { z } from 'zod';
import { defineCommand, type Invocation, type Services } from '../../src/command/index.ts';
import { draftFields, type Entry } from '../../src/faq/index.ts';
import type { Action } from '../../src/reply/index.ts';
import { communityOf, withEntry } from './entries.ts';
import { draftOf, entryForm, type Filled } from './form.ts';
import { fromQuestions } from './questions.ts';
import { entryOption } from './reading.ts';
import { orBack, savedMessage } from './saved.ts';

const line = (longest: number) => z.string().max(longest).optional();
/** Longer than an entry may be: what is too long is told by the FAQ, and comes back to be shortened. */
const content = {
  title: line(1_000).describe('The title'),
  answer: line(16_000).describe('The answer, in Markdown; {{pool …}} computes'),
  group: line(1_000).describe('The group').meta({ complete: 'faq-group' }),
  aliases: line(4_000).describe('Other names, with commas between'),
  triggers: line(8_000).describe('Questions that it answers, with semicolons between'),
};

export const add = defineCommand({
  name: 'add',
  summary: 'Write a new entry, in a form',
  options: z.object({ ...content, gap: line(64).describe('The unanswered question that it is for') }),
  examples: [],
  permission: 'editors',
  prepare: ({ gap, ...filled }, invocation) => {
    communityOf(invocation);
    const asked = invocation.earlier === null ? {} : fromQuestions([invocation.earlier]);
    const command = gap === undefined ? 'faq save' : `faq save gap=${gap}`;
    return { kind: 'form', form: entryForm('New FAQ entry', command, { ...asked, ...given(filled) }) };
  },
});

export const edit = defineCommand({
  name: 'edit',
  summary: 'Change an entry, in a form',
  options: z.object({
    question: entryOption,
    ...content,
    based_on: z.number().int().positive().optional().describe('The revision that the changes start from'),
  }),
  examples: [{ text: 'Flatten or GAP?', options: { question: 'Flatten or GAP?' } }],
  permission: 'editors',
  prepare: ({ question, based_on, ...filled }, invocation, services) => {
    communityOf(invocation);
    // A form opens at once or never, and reading an entry takes time: the button below brings everything along.
    if (based_on !== undefined) {
      const command = `faq save entry="${question}" based_on=${based_on}`;
      return { kind: 'form', form: entryForm('Edit FAQ entry', command, filled) };
    }
    return {
      kind: 'answer',
      visibility: 'private',
      work: () =>
        withEntry(question, invocation, services, async (entry) => {
          const shown = await services.faq.show(entry);
          return {
            ...shown,
            understood: `As it is shown now, revision ${entry.revision}; below as it is written.`,
            blocks: [...shown.blocks, { kind: 'code', language: 'text', code: entry.content.body }],
            actions: [editAction(entry, 'edit', filled)],
            visibility: 'private',
          };
        }),
    };
  },
});

/** A button that opens the form on an entry, with its content or with what somebody filled in. */
export function editAction({ id, revision, content }: Entry, label: string, filled: Filled): Action {
  const { title, body, group, aliases, triggers } = draftFields(content);
  const options = { title, answer: body, group, aliases, triggers, ...given(filled) };
  return {
    kind: 'ask',
    label,
    command: 'faq edit',
    options: { ...options, question: id, based_on: revision },
  };
}

const given = (filled: Filled): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(filled).filter((field): field is [string, string] => field[1] !== undefined),
  );

export const save = defineCommand({
  name: 'save',
  summary: 'Save an entry from one line; the forms do it too',
  options: z.object({
    ...content,
    entry: line(200).describe('The entry to change; a new one without it').meta({ complete: 'faq-entry' }),
    based_on: z.number().int().positive().optional().describe('The revision that the changes start from'),
    reason: line(300).describe('Why, for the history'),
    gap: line(64).describe('The unanswered question that it is for'),
  }),
  examples: [
    {
      text: 'title="Same padding" answer="It keeps the size at stride 1: {{pool MaxPooling2D(3, strides=1, padding=\'same\') on 4x4x1}}"',
      options: {
        title: 'Same padding',
        answer: "It keeps the size at stride 1: {{pool MaxPooling2D(3, strides=1, padding='same') on 4x4x1}}",
      },
    },
  ],
  permission: 'editors',
  prepare: ({ entry: name, gap, ...saving }, invocation, services) => {
    communityOf(invocation);
    return {
      kind: 'answer',
      visibility: 'private',
      work: () => {
        if (name === undefined)
          return orBack(saving, addAgain(saving, gap), () => addEntry(saving, gap, invocation, services));
        return orBack(saving, editAgain(name, saving), () =>
          withEntry(name, invocation, services, (entry) => change(entry, saving, invocation, services)),
        );
      },
    };
  },
});

type Saving = Filled & {
  readonly based_on?: number | undefined;
  readonly reason?: string | undefined;
};

async function addEntry(
  { reason, based_on: _, ...filled }: Saving,
  gap: string | undefined,
  invocation: Invocation,
  services: Services,
) {
  const community = communityOf(invocation);
  const saved = await services.faq.add(community, invocation, draftOf(filled), reason);
  if (saved.kind === 'saved' && gap !== undefined) await services.faq.gaps.close(community, invocation, gap);
  return savedMessage(saved, { filled, services, again: addAgain(filled, gap), editAction });
}

const addAgain = ({ reason: _, based_on: __, ...filled }: Saving, gap: string | undefined): Action => ({
  kind: 'ask',
  label: 'back to the form',
  command: 'faq add',
  options: { ...given(filled), ...(gap === undefined ? {} : { gap }) },
});

const editAgain = (entry: string, { reason: _, based_on, ...filled }: Saving): Action => ({
  kind: 'ask',
  label: 'back to the form',
  command: 'faq edit',
  options: { ...given(filled), question: entry, ...(based_on === undefined ? {} : { based_on }) },
});

/** From a form, an empty field is empty; in a line, what is not given stays as it is. */
async function change(
  entry: Entry,
  { based_on, reason, ...written }: Saving,
  invocation: Invocation,
  services: Services,
) {
  const filled: Filled = based_on === undefined ? { ...fieldsOf(entry), ...given(written) } : written;
  const target = { id: entry.id, basedOn: based_on ?? entry.revision };
  const saved = await services.faq.edit(communityOf(invocation), invocation, target, draftOf(filled), reason);
  const again = editAction({ ...entry, revision: target.basedOn }, 'back to the form', filled);
  return savedMessage(saved, { filled, services, again, editAction });
}

function fieldsOf({ content }: Entry): Filled {
  const { body, ...others } = draftFields(content);
  return { ...others, answer: body };
}
