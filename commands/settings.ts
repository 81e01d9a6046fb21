import { z } from 'zod';
import { defineCommand, UserError } from '../src/command/index.ts';
import { frameworkIds } from '../src/frameworks/index.ts';
import { settingNames } from './settings/names.ts';
import { readChanges } from './settings/read.ts';
import { settingsMessage, unreadMessage } from './settings/show.ts';

const ids = (what: string) => z.string().max(2_000).optional().describe(what);

export default defineCommand({
  name: 'settings',
  summary: 'How I answer here: show the settings, or change some',
  options: z.object({
    framework: z
      .enum([...frameworkIds, 'any'])
      .optional()
      .describe('What a question without a framework is read as'),
    data_format: z
      .enum(['channels_last', 'channels_first', 'any'])
      .optional()
      .describe('The order of axes where a question leaves it open'),
    visibility: z
      .enum(['public', 'private'])
      .optional()
      .describe('Who sees an answer, unless the asker says'),
    channels: ids('Where I answer: "here", channel ids, or "everywhere"'),
    editor_roles: ids('Roles or user groups that may edit entries: ids, or "none"'),
    editors: ids('People who may edit entries: ids, or "none"'),
    helper: ids('Whom to call when an answer does not help: a role or person, or "none"'),
    faq_answers: z.boolean().optional().describe('Whether an entry may answer a mention'),
    faq_threshold: z
      .number()
      .min(0.5)
      .max(1)
      .optional()
      .describe('How sure the match has to be, 0.5 to 1; 0.75 at first'),
    faq_channels: ids('Where entries answer mentions: "here", channel ids, or "everywhere"'),
    gaps: z.boolean().optional().describe('Keep questions nobody could answer, without names, for 90 days'),
    reset: z
      .enum(['all', ...settingNames])
      .optional()
      .describe('Give a setting, or all, its first value back'),
  }),
  examples: [
    { text: '', options: {} },
    { text: 'framework=keras gaps=true', options: { framework: 'keras', gaps: true } },
  ],
  permission: 'staff',
  prepare: (options, invocation, { settings }) => {
    const { community, command, platform } = invocation;
    if (community === null) throw new UserError({ code: 'no-community', command });
    const { patch, problems } = readChanges(options, invocation);
    return {
      kind: 'answer',
      visibility: 'private',
      work: async () => {
        if (problems.length > 0) return unreadMessage(problems);
        if (Object.keys(patch).length === 0)
          return settingsMessage('How I answer here', await settings.read(community), platform);
        const saved = await settings.change(community, invocation, patch);
        if (saved.kind === 'forbidden')
          throw new RangeError('who is not staff is not admitted to the settings');
        return settingsMessage('Saved. How I answer here from now on', saved.settings, platform);
      },
    };
  },
});
