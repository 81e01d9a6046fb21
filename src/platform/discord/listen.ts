import { Events, type Interaction, type Message, RESTJSONErrorCodes } from 'discord.js';
import type { UnderWay } from '../under-way.ts';
import { apologise } from './answer.ts';
import { onAutocomplete } from './complete.ts';
import { failureFacts, refusalCode } from './failure.ts';
import type { House } from './house.ts';
import { questionIn } from './intake.ts';
import { onQuestion } from './message.ts';
import { messagePlace } from './place.ts';
import { onPress } from './press.ts';
import { deferred, onForm, onSlash } from './respond.ts';

/** Answers what comes in until the function that it returns is called. */
export function listen(house: House, underWay: UnderWay): () => void {
  const onInteraction = (interaction: Interaction) => underWay.track(handle(interaction, house));
  const onMessage = (message: Message) => underWay.track(read(message, house));
  house.client.on(Events.InteractionCreate, onInteraction);
  house.client.on(Events.MessageCreate, onMessage);
  return () => {
    house.client.off(Events.InteractionCreate, onInteraction);
    house.client.off(Events.MessageCreate, onMessage);
  };
}

async function handle(interaction: Interaction, house: House): Promise<void> {
  try {
    await act(interaction, house);
  } catch (error) {
    if (settled.includes(refusalCode(error)))
      house.log.warn(failureFacts(error), 'came too late with a Discord event');
    else if (interaction.isRepliable() && !interaction.deferred && !interaction.replied) {
      const asking = { command: 'interaction', user: interaction.user.id, community: interaction.guildId };
      await apologise(error, asking, () => deferred(interaction, 'private', house), house);
    } else house.log.error(failureFacts(error), 'a Discord event failed');
  }
}

async function act(interaction: Interaction, house: House): Promise<void> {
  // Every key that is typed asks for choices: those would crowd the others out.
  if (interaction.isAutocomplete()) return await onAutocomplete(interaction, house);
  if (!(await house.state.once(`discord interaction ${interaction.id}`))) return;
  if (interaction.isChatInputCommand()) await onSlash(interaction, house);
  else if (interaction.isButton()) await onPress(interaction, house);
  else if (interaction.isModalSubmit()) await onForm(interaction, house);
}

async function read(message: Message, house: House): Promise<void> {
  const text = questionIn(message, house.client.user.id);
  if (text === null) return;
  try {
    if (await house.state.once(`discord message ${message.id}`)) await onQuestion(message, text, house);
  } catch (error) {
    const asking = { command: 'ask', user: message.author.id, community: message.guildId };
    await apologise(error, asking, () => messagePlace(message, house.trail), house);
  }
}

/** Discord no longer hears the acknowledgement, or heard another instance's: it has told the person itself. */
const settled: readonly (number | null)[] = [
  RESTJSONErrorCodes.UnknownInteraction,
  RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged,
];
