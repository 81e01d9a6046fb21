import type { StoreTrouble } from '../faq/index.ts';
import { code, type Inline, link, type Message, strong } from '../reply/index.ts';
import type { CommandDescription } from './description.ts';
import type { Platform } from './invocation.ts';
import { notice } from './notice.ts';
import { callText, usageLines } from './usage.ts';

/** What the asker can mend, as facts; `errorMessage` has the words. */
export type UserProblem =
  | { readonly code: 'unknown-command'; readonly name: string; readonly nearest: CommandDescription }
  | { readonly code: 'unknown-subcommand'; readonly name: string; readonly command: CommandDescription }
  | {
      readonly code: 'bad-option';
      readonly command: CommandDescription;
      readonly issue: { readonly option: string; readonly value: string; readonly problem: string };
    }
  | {
      readonly code: 'not-allowed';
      readonly command: CommandDescription;
      readonly permission: 'editors' | 'staff';
    }
  /** A community lets the bot answer in these channels alone. */
  | { readonly code: 'other-channel'; readonly community: string; readonly channels: readonly string[] }
  /** Entries and settings belong to a server or workspace, and this is none. */
  | { readonly code: 'no-community'; readonly command: string }
  | { readonly code: 'too-many-questions'; readonly limit: number; readonly seconds: number };

/** Thrown while reading; the dispatcher turns it into a private answer. */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly problem: UserProblem;
  constructor(problem: UserProblem) {
    super(problem.code);
    this.problem = problem;
  }
}

/** The table of everything that a person can mend: a sentence that says what is wrong, and an example that works. */
export function errorMessage(problem: UserProblem, platform: Platform): Message {
  switch (problem.code) {
    case 'unknown-command':
      return notice(
        `There is no command "${problem.name}"`,
        ['The nearest is ', code(callText(platform, problem.nearest.name)), `: ${problem.nearest.summary}.`],
        ['For example: ', code(callText(platform, problem.nearest.name, problem.nearest.examples[0]?.text))],
      );
    case 'unknown-subcommand':
      return notice(
        problem.name === ''
          ? `${callText(platform, problem.command.name)} needs one more word`
          : `${callText(platform, problem.command.name)} has no "${problem.name}"`,
        ['It knows: ', problem.command.subcommands.map(({ name }) => name).join(', '), '.'],
        ['For example: ', code(callText(platform, problem.command.name, problem.command.examples[0]?.text))],
      );
    case 'bad-option':
      return notice(
        badOptionTitle(problem.issue),
        usageLines(platform, problem.command).map((line) => [line, '\n']),
        ['For example: ', code(callText(platform, problem.command.name, problem.command.examples[0]?.text))],
      );
    case 'not-allowed':
      return notice(
        `${callText(platform, problem.command.name)} is for teaching staff`,
        problem.permission === 'editors'
          ? 'Ask the people who run this course; they can also let you edit by a role.'
          : 'Ask those who manage this server or workspace.',
      );
    case 'other-channel':
      return notice('I answer in other channels here', [
        'Please ask in ',
        problem.channels.map(
          (channel, at): Inline => [
            at === 0 ? '' : at === problem.channels.length - 1 ? ' or ' : ', ',
            link(
              at === 0 ? 'this channel' : 'this one',
              channelAddress(platform, problem.community, channel),
            ),
          ],
        ),
        ', or write to me directly.',
      ]);
    case 'no-community':
      return notice(
        `${callText(platform, problem.command)} belongs to a server or workspace`,
        'Its entries and settings are kept for each one apart. Ask there, in any channel.',
      );
    case 'too-many-questions':
      return notice(
        'One moment, please',
        `I answer up to ${problem.limit} questions a minute for each person. Ask again in ${problem.seconds} s.`,
      );
  }
}

function badOptionTitle({
  option,
  value,
  problem,
}: {
  option: string;
  value: string;
  problem: string;
}): string {
  if (option === '') return 'I could not read these options';
  if (problem.startsWith('Unrecognized')) return `There is no option "${option}" here`;
  if (value === '') return `"${option}" is missing`;
  return `I could not read ${option} = "${value}"`;
}

/** What both platforms turn into the channel's name. */
function channelAddress(platform: Platform, community: string, channel: string): string {
  return platform === 'slack'
    ? `https://slack.com/app_redirect?channel=${channel}&team=${community}`
    : `https://discord.com/channels/${community}/${channel}`;
}

/** The database can't be used: what that means for the person, and that nothing is lost. */
export function storeAwayMessage(trouble: StoreTrouble): Message {
  const unsaved = trouble === 'full' || trouble === 'read-only';
  return notice(
    unsaved ? 'I can’t save anything at the moment' : 'I can’t reach the FAQ at the moment',
    unsaved
      ? 'Nothing was changed. The people who run me have to make room or give me leave to write; then try again.'
      : 'Nothing was changed. Questions on layers and shapes work as before; please try this again in a while.',
  );
}

/** For a fault of ours: nothing of the inside, only an id under which the log has the whole. */
export function faultMessage(id: string): Message {
  return notice(
    'That went wrong on my side',
    [
      'Your question is fine as far as I can tell; I failed on it. The people who run me find it under ',
      strong(id),
      '.',
    ],
    'Asking in other words may still work.',
  );
}
