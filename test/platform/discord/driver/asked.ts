import { InteractionResponseType, MessageFlags } from 'discord.js';
import type { Happening } from '../journal.ts';
import type { Modal } from '../schema/callback.ts';
import type { Interaction, World } from '../world/world.ts';
import { type Shown, show } from './shown.ts';

interface Acknowledgement {
  readonly kind: 'message' | 'deferred' | 'update' | 'modal' | 'choices';
  readonly isPrivate: boolean;
}

/** Something a person did with the application; each promise waits for the event that it names. */
export interface Asked {
  readonly id: string;
  readonly acknowledged: () => Promise<Acknowledgement>;
  /** The first finished message that answers it: the reply, its edit, a follow-up, or the pressed message's edit. */
  readonly answer: () => Promise<Shown>;
  /** The nth message posted after the first answer, from 0. */
  readonly followUp: (index?: number) => Promise<Shown>;
  readonly modal: () => Promise<{ readonly modal: Modal; readonly asked: Interaction }>;
  readonly choices: () => Promise<readonly { readonly name: string; readonly value: string | number }[]>;
}

export function asked(world: World, interaction: Interaction, since: number): Asked {
  const { journal } = world;
  const callback = () =>
    journal.until(`an acknowledgement of ${interaction.kind} ${interaction.name ?? ''}`, (happening) =>
      happening.kind === 'callback' && happening.interaction === interaction.id ? happening.body : undefined,
    );
  return {
    id: interaction.id,
    acknowledged: async () => {
      const body = await callback();
      const flags = body.type === 4 || body.type === 5 ? (body.data?.flags ?? 0) : 0;
      return { kind: kinds[body.type] ?? 'message', isPrivate: (flags & MessageFlags.Ephemeral) !== 0 };
    },
    answer: () =>
      journal.until(
        `an answer to ${interaction.kind} ${interaction.name ?? ''}`,
        (happening) => finished(happening, interaction),
        since,
      ),
    followUp: (index = 0) => {
      let left = index;
      const pings = new Map<string, readonly string[]>();
      return journal.until(
        `follow-up ${index}`,
        (happening) => {
          if (happening.kind === 'created') pings.set(happening.message.id, happening.pings);
          if (happening.kind !== 'followed up' || happening.interaction !== interaction.id) return undefined;
          left -= 1;
          return left < 0 ? show(happening.message, pings.get(happening.message.id) ?? []) : undefined;
        },
        since,
      );
    },
    modal: async () => {
      const body = await callback();
      if (body.type !== InteractionResponseType.Modal || !interaction.modal)
        throw new Error('answered without a form');
      return { modal: interaction.modal, asked: interaction };
    },
    choices: async () => {
      const body = await callback();
      if (body.type !== InteractionResponseType.ApplicationCommandAutocompleteResult)
        throw new Error('answered without choices');
      return body.data.choices ?? [];
    },
  };
}

const kinds: Partial<Record<InteractionResponseType, Acknowledgement['kind']>> = {
  [InteractionResponseType.ChannelMessageWithSource]: 'message',
  [InteractionResponseType.DeferredChannelMessageWithSource]: 'deferred',
  [InteractionResponseType.DeferredMessageUpdate]: 'update',
  [InteractionResponseType.UpdateMessage]: 'update',
  [InteractionResponseType.Modal]: 'modal',
  [InteractionResponseType.ApplicationCommandAutocompleteResult]: 'choices',
};

function finished(happening: Happening, interaction: Interaction): Shown | undefined {
  if (happening.kind !== 'created' && happening.kind !== 'edited') return undefined;
  const { message, pings } = happening;
  const ours = interaction.messages.has(message.id) || message.id === interaction.original;
  if (!ours || ((message.flags ?? 0) & MessageFlags.Loading) !== 0) return undefined;
  return show(message, pings);
}
