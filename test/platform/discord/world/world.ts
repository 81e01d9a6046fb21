import type { APIApplicationCommand, APIMessage, APIUser, ChannelType, Locale } from 'discord.js';
import type { Clock } from '../clock.ts';
import type { Faults } from '../faults.ts';
import type { Journal } from '../journal.ts';
import type { Modal } from '../schema/callback.ts';

export interface Person {
  readonly user: APIUser;
  readonly nick: string | null;
  /** What they may do in every server of this world, by their role there. */
  readonly permissions: bigint;
  readonly role: Role | null;
}

/** A role that gives permissions beyond everybody's; every server of this world has it. */
export interface Role {
  readonly id: string;
  readonly name: string;
  readonly permissions: bigint;
  /** Whether anybody may ping it. */
  readonly mentionable: boolean;
}

export interface Guild {
  readonly id: string;
  readonly name: string;
  readonly owner: string;
  readonly locale: Locale;
  /** False for a server where the application is only installed by a user. */
  readonly hasBot: boolean;
}

export interface Channel {
  readonly id: string;
  readonly type: ChannelType.GuildText | ChannelType.PublicThread | ChannelType.DM;
  readonly name: string;
  readonly guild: Guild | null;
  /** The channel that a thread belongs to. */
  readonly parent: string | null;
  /** The other person of a direct message. */
  readonly recipient: Person | null;
  /** What the bot may do here. */
  permissions: bigint;
  /** In the order in which they were posted; ephemeral ones too, which channel routes never show. */
  readonly messages: Map<string, APIMessage>;
}

/** One thing that somebody did with the application, and how it was answered. */
export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly kind: 'command' | 'component' | 'autocomplete' | 'modal';
  readonly user: Person;
  readonly channel: Channel;
  readonly sentAt: number;
  /** The message whose component was pressed. */
  readonly source: string | null;
  state: 'waiting' | 'deferred' | 'answered';
  /** The message that `@original` stands for. */
  original: string | null;
  /** Ids of messages made through this token. */
  readonly messages: Set<string>;
  followUps: number;
  modal: Modal | null;
  readonly name: string | null;
}

interface Upload {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** An event for the bot, and who may hear it. */
export interface Dispatch {
  readonly event: string;
  readonly data: object;
  readonly guild: Guild | null;
  /** The intent bit that it needs; 0 where none is. */
  readonly intent: number;
}

/** All that the test server knows; REST changes it, the gateway tells of it. */
export interface World {
  readonly clock: Clock;
  readonly journal: Journal;
  readonly faults: Faults;
  readonly token: string;
  readonly origin: () => string;
  readonly id: () => string;
  readonly application: string;
  readonly bot: APIUser;
  readonly guilds: Map<string, Guild>;
  readonly people: Map<string, Person>;
  readonly roles: Role[];
  readonly channels: Map<string, Channel>;
  /** By guild id, '' for the global ones. */
  readonly commands: Map<string, APIApplicationCommand[]>;
  readonly interactions: Map<string, Interaction>;
  readonly uploads: Map<string, Upload>;
  /** Hands an event to every session that may hear it. */
  readonly dispatch: (dispatch: Dispatch) => void;
}
