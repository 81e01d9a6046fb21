import type { Settings } from '../../src/faq/index.ts';

/** The settings by the names of their options. */
export const settingKeys = {
  framework: 'framework',
  data_format: 'dataFormat',
  visibility: 'visibility',
  channels: 'channels',
  editor_roles: 'editorRoles',
  editors: 'editors',
  helper: 'helper',
  faq_answers: 'faqAnswers',
  faq_threshold: 'faqThreshold',
  faq_channels: 'faqChannels',
  gaps: 'gaps',
} as const satisfies Readonly<Record<string, keyof Settings>>;

export type SettingName = keyof typeof settingKeys;

const isSetting = (name: string): name is SettingName => name in settingKeys;

export const settingNames: readonly SettingName[] = Object.keys(settingKeys).filter(isSetting);
