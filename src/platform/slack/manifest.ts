import { type CommandDescription, usageLines } from '../../command/index.ts';
import { slackLimits } from '../limits.ts';
import { shortened } from './blocks/foot.ts';
import { redirectPath } from './connection/oauth.ts';
import { umbrella } from './hearing/intake.ts';
import { shortcutsFor } from './hearing/shortcuts.ts';

/** How Slack reaches the app that a manifest describes. */
export type ManifestMode =
  | { readonly kind: 'socket' }
  /** `url`: where Slack sends its requests, ending in /slack/events. */
  | { readonly kind: 'http'; readonly url: string }
  /** The same for many workspaces, each with tokens of its own that are renewed. */
  | { readonly kind: 'oauth'; readonly url: string };

/** All that Lifeguard asks of a workspace, and what each is for. */
export const scopes = {
  'app_mentions:read': 'read the messages that mention it',
  'chat:write': 'answer',
  commands: 'slash commands',
  'files:read': 'read files sent to it, and see when an uploaded picture is ready',
  'files:write': 'upload pictures and long answers',
  'im:history': 'read direct messages to it',
} as const;

/** Events that come without a scope of their own: its Home tab is opened, it is removed. */
const events = ['app_home_opened', 'app_mention', 'app_uninstalled', 'message.im', 'tokens_revoked'];

/** Too general for one app of many, or Slack's own; they stay `/lifeguard help`. */
const generalNames = new Set(['help', 'settings']);

/**
 * The app manifest for https://api.slack.com/apps, "Create New App" from a manifest: every command as
 * `/lifeguard <command>` and, where the name is free for it, as `/<command>`.
 */
export function slackManifest(commands: readonly CommandDescription[], mode: ManifestMode) {
  const url = mode.kind === 'socket' ? {} : { url: mode.url };
  const request = mode.kind === 'socket' ? {} : { request_url: mode.url };
  // What finds no room as a short name is still there under the long one.
  const short = commands
    .filter(({ name }) => !generalNames.has(name) && name.length < slackLimits.commandName)
    .slice(0, slackLimits.manifestCommands - 1);
  return {
    display_information: {
      name: 'Lifeguard',
      description: 'Answers questions on pooling layers, exactly.',
    },
    features: {
      app_home: {
        home_tab_enabled: true,
        messages_tab_enabled: true,
        messages_tab_read_only_enabled: false,
      },
      bot_user: { display_name: 'Lifeguard', always_online: true },
      shortcuts: shortcutsFor(commands).map(({ name, callback }) => ({
        name,
        type: 'message',
        callback_id: callback,
        description: shortened(`${name}: Lifeguard, on this message`, slackLimits.shortcutDescription),
      })),
      slash_commands: [
        {
          command: `/${umbrella}`,
          description: 'Ask about pooling layers, with any of the commands',
          usage_hint: shortened(commands.map(({ name }) => name).join(' | '), slackLimits.commandHint),
          should_escape: false,
          ...url,
        },
        ...short.map((command) => ({
          command: `/${command.name}`,
          description: shortened(command.summary, slackLimits.commandDescription),
          usage_hint: shortened(hint(command), slackLimits.commandHint),
          should_escape: false,
          ...url,
        })),
      ],
    },
    oauth_config: {
      scopes: { bot: Object.keys(scopes) },
      ...(mode.kind === 'oauth' ? { redirect_urls: [new URL(redirectPath, mode.url).href] } : {}),
    },
    settings: {
      event_subscriptions: { ...request, bot_events: events },
      interactivity: { is_enabled: true, ...request },
      org_deploy_enabled: false,
      socket_mode_enabled: mode.kind === 'socket',
      token_rotation_enabled: mode.kind === 'oauth',
    },
  };
}

/** What comes after the command's name in its first line of usage. */
function hint(command: CommandDescription): string {
  if (command.subcommands.length > 0) return command.subcommands.map(({ name }) => name).join(' | ');
  const [line = ''] = usageLines('slack', command);
  return line.slice(`/${umbrella} ${command.name} `.length) || 'help';
}
