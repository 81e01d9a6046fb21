import { type APIMessage, ApplicationCommandType, ComponentType } from 'discord.js';
import { shownTo } from '../gateway/intents.ts';
import { memberPayload } from '../gateway/ready.ts';
import { directMessage } from '../world/channels.ts';
import { mentionedUsers } from '../world/mentions.ts';
import { isEphemeral, remove, replace } from '../world/messages.ts';
import type { Channel, Person, World } from '../world/world.ts';
import type { Asked } from './asked.ts';
import { interact } from './interact.ts';
import { chatInputData, findCommand, type Options } from './options.ts';
import type { Place } from './place.ts';
import { attach, type Said, say, type Upload, type Words } from './said.ts';
import { type Button, type Shown, show } from './shown.ts';

/** Where: a channel, a thread, or the direct message with the bot; the server's first channel when left out. */
interface Where {
  readonly in?: Place | 'dm';
}

/** A person in the chat. What they do is sent at once; what comes back is awaited on what each call returns. */
export interface User {
  readonly id: string;
  readonly name: string;
  readonly person: Person;
  /** A slash command with typed options; a subcommand follows after a space: `faq show`. */
  readonly slash: (command: string, options?: Options, where?: Where & { readonly file?: Upload }) => Asked;
  /** The choices offered while the last of these options is being typed. */
  readonly autocomplete: (command: string, options: Options, where?: Where) => Promise<readonly string[]>;
  /** Any message; mentions as Discord writes them: `<@id>`. */
  readonly say: (text: string, where?: Where & Omit<Words, 'text'>) => Said;
  /** A message that begins with a mention of the bot. */
  readonly mention: (text: string, where?: Where & Omit<Words, 'text'>) => Said;
  readonly dm: (text: string) => Said;
  readonly edit: (said: Said, text: string) => void;
  /** What Discord does by itself to a message with a link: an update that is no edit. */
  readonly unfurl: (said: Said) => void;
  /** Chooses something in a menu under a message, whoever's it is. */
  readonly select: (message: Shown, customId: string) => Asked;
  readonly remove: (said: Said) => void;
  readonly press: (button: Button) => Asked;
  /** An entry of a message's "Apps" menu. */
  readonly messageMenu: (command: string, message: Said | Shown) => Asked;
  /** Fills in and sends the form that an interaction was answered with. */
  readonly submit: (form: Asked, values: Readonly<Record<string, string>>) => Promise<Asked>;
  /** What they see now of a message: null where it is deleted or somebody else's private one. */
  readonly see: (message: Shown) => Shown | null;
}

export function createUser(world: World, person: Person, home: Place): User {
  const channelOf = (where?: Where): Channel => {
    if (where?.in === 'dm') return directMessage(world, person);
    return (where?.in ?? home).state;
  };
  const command = (
    kind: 'command' | 'autocomplete',
    name: string,
    options: Options,
    where?: Where & { readonly file?: Upload },
  ): Asked => {
    const channel = channelOf(where);
    const [root = '', ...words] = name.split(' ');
    const found = findCommand(world, channel, root, ApplicationCommandType.ChatInput);
    const focused = kind === 'autocomplete' ? Object.keys(options).at(-1) : undefined;
    const file = where?.file ? attach(world, channel, where.file) : null;
    const given = file ? { ...options, file: file.id } : options;
    const data = {
      ...chatInputData(found, words, given, focused),
      ...(file ? { resolved: { attachments: { [file.id]: file } } } : {}),
    };
    return interact(world, { kind, name, user: person, channel, data, source: null });
  };
  const speak = (text: string, where?: Where & Omit<Words, 'text'>): Said =>
    say(world, person, channelOf(where), { ...where, text });

  return {
    id: person.user.id,
    name: person.user.username,
    person,
    slash: (name, options = {}, where) => command('command', name, options, where),
    autocomplete: async (name, options, where) =>
      (await command('autocomplete', name, options, where).choices()).map(({ value }) => String(value)),
    say: speak,
    mention: (text, where) => speak(`<@${world.bot.id}> ${text}`, where),
    dm: (text) => speak(text, { in: 'dm' }),
    edit: ({ message }, text) => {
      const channel = world.channels.get(message.channel_id);
      if (!channel) throw new Error('no such channel');
      const edited_timestamp = new Date(world.clock.now()).toISOString();
      const mentions = mentionedUsers(world, text);
      replace(world, channel, { ...message, content: text, mentions, edited_timestamp }, []);
    },
    unfurl: ({ message }) => {
      const channel = world.channels.get(message.channel_id);
      if (channel) replace(world, channel, { ...message, embeds: [{ title: 'A page' }] }, []);
    },
    select: ({ id, channel: where }, customId) => {
      const channel = world.channels.get(where);
      if (!channel) throw new Error('no such channel');
      const data = { component_type: ComponentType.StringSelect, custom_id: customId, values: ['x'], id: 1 };
      return interact(world, { kind: 'component', name: customId, user: person, channel, data, source: id });
    },
    remove: ({ message }) => {
      const channel = world.channels.get(message.channel_id);
      if (channel) remove(world, channel, message);
    },
    press: ({ customId, message }) => {
      const channel = world.channels.get(message.channel_id);
      const current = channel?.messages.get(message.id);
      if (!channel || !current) throw new Error('the message is gone');
      if (!sees(world, person, current.id))
        throw new Error(`${person.user.username} does not see this message`);
      return interact(world, {
        kind: 'component',
        name: customId,
        user: person,
        channel,
        data: { component_type: ComponentType.Button, custom_id: customId, id: 1 },
        source: message.id,
      });
    },
    messageMenu: (name, target) => {
      const message = 'message' in target ? target.message : target.api;
      const channel = world.channels.get(message.channel_id);
      if (!channel) throw new Error('no such channel');
      const found = findCommand(world, channel, name, ApplicationCommandType.Message);
      const members = channel.guild ? { members: { [message.author.id]: memberPayload(person) } } : {};
      const data = {
        id: found.id,
        name,
        type: ApplicationCommandType.Message,
        target_id: message.id,
        resolved: {
          messages: { [message.id]: chosen(world, message) },
          users: { [message.author.id]: message.author },
          ...members,
        },
      };
      return interact(world, { kind: 'command', name, user: person, channel, data, source: null });
    },
    submit: async (form, values) => {
      const { modal, asked } = await form.modal();
      const components = modal.components.map(({ component }, index) => {
        const value = values[component.custom_id] ?? component.value ?? '';
        if (component.required !== false && value === '')
          throw new Error(`"${component.custom_id}" is required`);
        if (value.length > (component.max_length ?? 4000)) throw new Error('too long for the form');
        return {
          type: ComponentType.Label,
          id: index * 2 + 1,
          component: {
            type: ComponentType.TextInput,
            id: index * 2 + 2,
            custom_id: component.custom_id,
            value,
          },
        };
      });
      const data = { custom_id: modal.custom_id, components };
      return interact(world, {
        kind: 'modal',
        name: modal.custom_id,
        user: person,
        channel: asked.channel,
        data,
        source: asked.source,
      });
    },
    see: ({ id, channel }) => {
      const message = world.channels.get(channel)?.messages.get(id);
      return message && sees(world, person, id) ? show(message, []) : null;
    },
  };
}

/** The message of a menu comes whole, also without MESSAGE_CONTENT; what it replies to does not. */
function chosen({ bot }: World, message: APIMessage): APIMessage {
  const { referenced_message: replied } = message;
  return replied ? { ...message, referenced_message: shownTo(bot.id, replied) } : message;
}

/** An ephemeral message is seen by the person whose interaction made it. */
function sees(world: World, person: Person, id: string): boolean {
  const message = [...world.channels.values()].map(({ messages }) => messages.get(id)).find((found) => found);
  if (!message) return false;
  if (!isEphemeral(message)) return true;
  return [...world.interactions.values()].some((each) => each.user === person && each.messages.has(id));
}
