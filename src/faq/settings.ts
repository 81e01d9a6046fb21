import { z } from 'zod';
import { frameworkIds } from '../frameworks/index.ts';

const ids = z.array(z.string()).readonly();

/** Settings of one community; each has a default, so that none has to be made. */
export const settingsSchema = z.object({
  /** What an unnamed framework is read as; null: as the words suggest. */
  framework: z.enum(frameworkIds).nullable().default(null),
  dataFormat: z.enum(['channels_last', 'channels_first']).nullable().default(null),
  /** Roles or user groups that may edit the FAQ, beside those whom the platform counts as staff. */
  editorRoles: ids.default([]),
  editors: ids.default([]),
  /** Whom "call a human" calls. */
  helper: z
    .object({ kind: z.enum(['role', 'user']), id: z.string().regex(/^[A-Z0-9]+$/) })
    .readonly()
    .nullable()
    .default(null),
  /** Where Lifeguard answers; empty: everywhere. */
  channels: ids.default([]),
  visibility: z.enum(['public', 'private']).default('public'),
  /** Whether a mention may be answered by an entry, and how sure (0 to 1) the match has to be. */
  faqAnswers: z.boolean().default(true),
  faqThreshold: z.number().min(0.5).max(1).default(0.75),
  /** Where entries answer mentions; empty: wherever Lifeguard answers. */
  faqChannels: ids.default([]),
  /** Whether questions that nobody could answer are kept, without names, for 90 days. */
  gaps: z.boolean().default(false),
});
export type Settings = Readonly<z.infer<typeof settingsSchema>>;

export const defaultSettings: Settings = settingsSchema.parse({});

/** Somebody as their platform knows them. */
export interface Person {
  readonly user: string;
  /** Whether the platform itself says so: "Manage Server" on Discord, an admin on Slack. */
  readonly staff: boolean;
  /** Roles on Discord, user groups on Slack. */
  readonly roles: readonly string[];
}

/** Staff, the people named, and the roles named may edit entries; settings are for staff alone. */
export function mayEdit(settings: Settings, person: Person): boolean {
  return (
    person.staff ||
    settings.editors.includes(person.user) ||
    person.roles.some((role) => settings.editorRoles.includes(role))
  );
}

/** Whether Lifeguard answers in a channel at all. */
export function answersIn(settings: Settings, channel: string): boolean {
  return settings.channels.length === 0 || settings.channels.includes(channel);
}

/** Whether an entry may answer a mention in a channel. */
export function entriesAnswerIn(settings: Settings, channel: string): boolean {
  return settings.faqAnswers && (settings.faqChannels.length === 0 || settings.faqChannels.includes(channel));
}
