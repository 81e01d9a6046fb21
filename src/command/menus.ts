/** An entry of a message's menu: what it runs on the message's text, as the option `option` of a command. */
export interface MessageMenu {
  readonly name: 'Answer this' | 'Check this answer' | 'Save as FAQ';
  readonly command: string;
  readonly option: string;
  /** Whether the message is an answer, whose question the command goes on from where it can be told. */
  readonly isAnswer: boolean;
}

/** The same on both platforms: message commands on Discord, message shortcuts on Slack. */
export const messageMenus: readonly MessageMenu[] = [
  { name: 'Answer this', command: 'ask', option: 'question', isAnswer: false },
  { name: 'Check this answer', command: 'verify', option: 'question', isAnswer: false },
  { name: 'Save as FAQ', command: 'faq add', option: 'answer', isAnswer: true },
];
