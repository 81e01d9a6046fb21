import { type ClientEvents, Events, type Interaction, type Message, RESTJSONErrorCodes } from 'discord.js';
import type { UnderWay } from '../under-way.ts';
import { apologise, aside } from './answer.ts';
import { onAutocomplete } from './complete.ts';
import { onDelete, onEdit } from './edits.ts';
import { failureFacts, refusalCode } from './failure.ts';
import { hear } from './hear.ts';
import type { House } from './house.ts';
import { concerns } from './intake.ts';
import { onMenu } from './menu.ts';
import { onQuestion } from './message.ts';
import { messagePlace } from './message-place.ts';
import { unknownButton } from './notes.ts';
import { isNew } from './once.ts';
import { onPress } from './press.ts';
import { onForm, onSlash, privatePlace, say } from './respond.ts';

/** Answers what comes in until the function that it returns is called. */
export function listen(house: House, underWay: UnderWay): () => void {
  const { client } = house;
  const hearing = [
    on(Events.InteractionCreate, (interaction) => {
      house.dispatcher.heard();
      return handle(interaction, house);
    }),
    on(Events.MessageCreate, (message) => read(message, house)),
    on(Events.MessageUpdate, (_, message) => onEdit(message, house)),
    on(Events.MessageDelete, (message) => onDelete([message], house)),
    on(Events.MessageBulkDelete, (messages) => onDelete([...messages.values()], house)),
  ];
  return () => {
    for (const stop of hearing) stop();
  };

  function on<Event extends keyof ClientEvents>(
    event: Event,
    act: (...heard: ClientEvents[Event]) => Promise<void>,
  ): () => void {
    const hear = (...heard: ClientEvents[Event]) => underWay.track(act(...heard));
    client.on(event, hear);
    return () => void client.off(event, hear);
  }
}

async function handle(interaction: Interaction, house: House): Promise<void> {
  try {
    await act(interaction, house);
  } catch (error) {
    if (settled.includes(refusalCode(error)))
      house.log.warn(failureFacts(error), 'came too late with a Discord event');
    else if (interaction.isRepliable() && !interaction.deferred && !interaction.replied) {
      const asking = { ...aside(interaction.user.id, interaction.guildId), command: 'interaction' };
      await apologise(error, asking, () => privatePlace(interaction, house), house);
    } else house.log.error(failureFacts(error), 'a Discord event failed');
  }
}

async function act(interaction: Interaction, house: House): Promise<void> {
  // Every key that is typed asks for choices: those would crowd the others out.
  if (interaction.isAutocomplete()) return await onAutocomplete(interaction, house);
  if (!(await isNew(`interaction ${interaction.id}`, house))) return house.meter.duplicate('discord');
  if (interaction.isChatInputCommand()) await onSlash(interaction, house);
  else if (interaction.isMessageContextMenuCommand()) await onMenu(interaction, house);
  else if (interaction.isButton()) await onPress(interaction, house);
  else if (interaction.isModalSubmit()) await onForm(interaction, house);
  else if (interaction.isRepliable()) await say(interaction, unknownButton, house);
}

async function read(message: Message, house: House): Promise<void> {
  if (!concerns(message, house.client.user.id)) return;
  await house.turns(message.id, async () => {
    try {
      const heard = await hear(message, house);
      if (!heard) return;
      if (await isNew(`message ${message.id}`, house)) await onQuestion(message, heard, house);
      else house.meter.duplicate('discord');
    } catch (error) {
      const asking = { ...aside(message.author.id, message.guildId), command: 'ask' };
      await apologise(error, asking, () => messagePlace(message, house), house);
    }
  });
}

/** Discord no longer hears the acknowledgement, or heard another instance's: it has told the person itself. */
const settled: readonly (number | null)[] = [
  RESTJSONErrorCodes.UnknownInteraction,
  RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged,
];
