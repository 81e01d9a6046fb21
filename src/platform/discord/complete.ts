import { ApplicationCommandOptionType, type AutocompleteInteraction } from 'discord.js';
import { discordLimits } from '../limits.ts';
import { shortened } from './blocks.ts';
import type { House } from './house.ts';

/** Offers values for the option being typed, best first. Discord gives no way to take more time for it. */
export async function onAutocomplete(
  interaction: AutocompleteInteraction,
  { dispatcher }: House,
): Promise<void> {
  const { name, value, type } = interaction.options.getFocused(true);
  const subcommand = interaction.options.getSubcommand(false);
  const command = subcommand === null ? interaction.commandName : `${interaction.commandName} ${subcommand}`;
  const isText = type === ApplicationCommandOptionType.String;
  const offered = await dispatcher.complete(command, name, value, { community: interaction.guildId });
  const choices = offered
    .filter((choice) => choice.value.length <= discordLimits.choiceValue)
    .slice(0, discordLimits.choices)
    .map((choice) => ({
      name: shortened(choice.name, discordLimits.choiceName),
      value: isText ? choice.value : Number(choice.value),
    }));
  await interaction.respond(choices);
}
