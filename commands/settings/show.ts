import { callText, type Platform } from '../../src/command/index.ts';
import { defaultSettings, type Settings } from '../../src/faq/index.ts';
import { frameworkNames } from '../../src/frameworks/index.ts';
import { type Action, code, type Inline, type Message, strong } from '../../src/reply/index.ts';
import { message, text } from '../faq/message.ts';
import { type SettingName, settingKeys, settingNames } from './names.ts';

/** All settings in force, with a way back to the first value for those that were changed. */
export function settingsMessage(title: string, settings: Settings, platform: Platform): Message {
  const changed = settingNames.filter((name) => isChanged(name, settings));
  return message({
    title,
    blocks: [
      {
        kind: 'table',
        caption: null,
        table: {
          header: ['setting', 'now', 'what it does'],
          rows: settingNames.map((name) => [
            changed.includes(name) ? strong(name) : name,
            values[name](settings),
            meanings[name],
          ]),
          align: ['left', 'left', 'left'],
        },
      },
      text(
        'Change one with ',
        code(callText(platform, 'settings', 'name=value')),
        ', or take its first value back with a button.',
      ),
    ],
    actions: [
      ...changed.slice(0, 4).map((name) => resetAction(name)),
      ...(changed.length > 1 ? [resetAction('all')] : []),
    ],
  });
}

export function unreadMessage(problems: readonly string[]): Message {
  return message({ title: 'Nothing was changed', blocks: problems.map((problem) => text(problem)) });
}

const resetAction = (name: SettingName | 'all'): Action => ({
  kind: 'ask',
  label: `reset ${name}`,
  command: 'settings',
  options: { reset: name },
});

function isChanged(name: SettingName, settings: Settings): boolean {
  const key = settingKeys[name];
  return JSON.stringify(settings[key]) !== JSON.stringify(defaultSettings[key]);
}

const listed = (ids: readonly string[], empty: string): Inline =>
  ids.length === 0 ? empty : ids.map((id, at): Inline => [at === 0 ? '' : ', ', code(id)]);

const values: Readonly<Record<SettingName, (settings: Settings) => Inline>> = {
  framework: ({ framework }) => (framework === null ? 'any' : frameworkNames[framework]),
  data_format: ({ dataFormat }) => dataFormat ?? 'any',
  visibility: ({ visibility }) => visibility,
  channels: ({ channels }) => listed(channels, 'everywhere'),
  editor_roles: ({ editorRoles }) => listed(editorRoles, 'none'),
  editors: ({ editors }) => listed(editors, 'none'),
  helper: ({ helper }) => (helper === null ? 'none' : [`${helper.kind} `, code(helper.id)]),
  faq_answers: ({ faqAnswers }) => (faqAnswers ? 'on' : 'off'),
  faq_threshold: ({ faqThreshold }) => String(faqThreshold),
  faq_channels: ({ faqChannels }) => listed(faqChannels, 'everywhere'),
  gaps: ({ gaps }) => (gaps ? 'on' : 'off'),
};

const meanings: Readonly<Record<SettingName, string>> = {
  framework: 'what a question without a framework is read as',
  data_format: 'the order of axes where a question leaves it open',
  visibility: 'who sees an answer, unless the asker says',
  channels: 'where I answer',
  editor_roles: 'roles or user groups that may edit entries',
  editors: 'people who may edit entries, beside staff',
  helper: 'whom to call when an answer does not help',
  faq_answers: 'whether an entry may answer a mention',
  faq_threshold: 'how sure the match has to be, 0.5 to 1',
  faq_channels: 'where entries answer mentions',
  gaps: 'whether unanswered questions are kept, without names, for 90 days',
};
