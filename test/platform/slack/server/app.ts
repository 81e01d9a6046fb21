/** What this server reads of an app manifest. */
export interface Manifest {
  readonly display_information: { readonly name: string; readonly description?: string };
  readonly features: {
    readonly shortcuts?: readonly {
      readonly name: string;
      readonly type: string;
      readonly callback_id: string;
      readonly description: string;
    }[];
    readonly bot_user: { readonly display_name: string };
    readonly app_home: { readonly home_tab_enabled: boolean; readonly messages_tab_enabled: boolean };
    readonly slash_commands: readonly {
      readonly command: string;
      readonly description: string;
      readonly usage_hint?: string;
      readonly url?: string;
    }[];
  };
  readonly oauth_config: { readonly scopes: { readonly bot: readonly string[] } };
  readonly settings: {
    readonly event_subscriptions: { readonly bot_events: readonly string[]; readonly request_url?: string };
    readonly interactivity: { readonly is_enabled: boolean; readonly request_url?: string };
    readonly socket_mode_enabled: boolean;
  };
}

/** The scope without which Slack will not deliver an event; null where it needs none. */
const eventScopes = new Map([
  ['app_home_opened', null],
  ['app_uninstalled', null],
  ['tokens_revoked', null],
  ['message.groups', 'groups:history'],
  ['app_mention', 'app_mentions:read'],
  ['message.im', 'im:history'],
  ['message.channels', 'channels:history'],
]);

/** What Slack finds wrong with a manifest when an app is made from it. */
export function manifestFaults(manifest: Manifest): readonly string[] {
  const { display_information, features, oauth_config, settings } = manifest;
  const { bot } = oauth_config.scopes;
  const isHttp = !settings.socket_mode_enabled;
  return [
    tooLong('display_information.name', display_information.name, 35),
    tooLong('display_information.description', display_information.description ?? '', 140),
    tooLong('features.bot_user.display_name', features.bot_user.display_name, 80),
    features.slash_commands.length > 50 ? 'features.slash_commands: more than 50' : null,
    ...features.slash_commands.flatMap(({ command, description, usage_hint = '', url }) => [
      /^\/[a-z0-9_-]+$/.test(command) ? null : `${command}: not a command name`,
      tooLong(command, command, 32),
      tooLong(`${command} description`, description, 2_000),
      description === '' ? `${command}: no description` : null,
      tooLong(`${command} usage_hint`, usage_hint, 1_000),
      isHttp && url === undefined ? `${command}: no url` : null,
    ]),
    new Set(features.slash_commands.map(({ command }) => command)).size < features.slash_commands.length
      ? 'features.slash_commands: one twice'
      : null,
    ...(features.shortcuts ?? []).flatMap(({ name, callback_id, description }) => [
      tooLong(`${name} name`, name, 24),
      tooLong(`${name} callback_id`, callback_id, 255),
      tooLong(`${name} description`, description, 150),
    ]),
    (features.shortcuts ?? []).length > 10 ? 'features.shortcuts: more than 10' : null,
    features.slash_commands.length > 0 && !bot.includes('commands') ? 'commands: scope missing' : null,
    ...settings.event_subscriptions.bot_events.map((event) => {
      const scope = eventScopes.get(event);
      if (scope === undefined) return `${event}: unknown event`;
      return scope === null || bot.includes(scope) ? null : `${event}: needs ${scope}`;
    }),
    isHttp && settings.event_subscriptions.request_url === undefined ? 'events: no request_url' : null,
    isHttp && settings.interactivity.request_url === undefined ? 'interactivity: no request_url' : null,
  ].filter((fault) => fault !== null);
}

function tooLong(name: string, text: string, most: number): string | null {
  return text.length > most ? `${name}: longer than ${most}` : null;
}
