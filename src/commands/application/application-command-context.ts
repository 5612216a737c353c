import type { Interaction } from '../../interactions/interaction.js';
import { InteractionContext } from '../../interactions/interaction-context.js';
import type { Context } from '../context.js';
import type { ApplicationCommand } from './application-command.js';

/** Context of a slash, user or message command. */
export abstract class ApplicationCommandContext extends InteractionContext implements Context {
  /** Command that is used. */
  readonly command: ApplicationCommand;

  constructor(interaction: Interaction, command: ApplicationCommand) {
    super(interaction);
    this.command = command;
  }
}
