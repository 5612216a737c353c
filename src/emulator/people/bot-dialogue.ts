/** One person's side of interactions: starts them, waits for the answer, and gives what is to be seen. */
import { InteractionType } from 'discord-api-types/v10';
import { InvalidInvocationError } from '../../errors/invalid-invocation-error.js';
import type { Snowflake } from '../../types/type-tools.js';
import type { InteractionRequest } from '../interactions/interaction-request.js';
import type { ResolvedData } from '../interactions/resolved-data.js';
import type { ChannelRecord } from '../world/channel-record.js';
import type { MessageRecord } from '../world/message-record.js';
import type { UserRecord } from '../world/user-record.js';
import { findCommand } from './command-lookup.js';
import type { OptionValue, SentOption } from './option-values.js';
import { SeenMessage } from './seen-message.js';
import type { Stage } from './stage.js';
import { watchInteraction } from './watch-interaction.js';

/** Interactions of one person with bots. */
export class BotDialogue {
  readonly #stage: Stage;
  readonly #user: UserRecord;

  constructor(stage: Stage, user: UserRecord) {
    this.#stage = stage;
    this.#user = user;
  }

  async contextCommand(
    channel: ChannelRecord,
    type: 2 | 3,
    name: string,
    targetId: Snowflake,
    resolve: (botId: Snowflake) => ResolvedData,
  ): Promise<SeenMessage> {
    const { world } = this.#stage;
    const found = findCommand({ world, channel, user: this.#user, type, name });
    return this.interact(found.bot, channel, `"${name}" of the context menu`, {
      type: InteractionType.ApplicationCommand,
      commandName: name,
      data: { ...commandData(found.command), target_id: targetId, ...resolve(found.bot.id).toField() },
    });
  }

  async useComponent(
    message: MessageRecord,
    asked: string,
    data: Record<string, unknown>,
  ): Promise<SeenMessage> {
    const { world } = this.#stage;
    if (message.isDeleted)
      throw new InvalidInvocationError(`The message of this component was deleted: no ${asked}.`);
    if (message.ephemeralFor !== undefined && message.ephemeralFor !== this.#user.id) {
      throw new InvalidInvocationError(
        `${this.#user.global_name ?? this.#user.username} does not see this ephemeral message.`,
      );
    }
    const owner = [...world.bots.values()].find(
      (bot) => bot.application.id === message.applicationId || bot.id === message.author.id,
    );
    if (!owner) throw new InvalidInvocationError('The message of this component is not from a bot.');
    return this.interact(owner, world.channels.get(message.channelId)!, asked, {
      type: InteractionType.MessageComponent,
      source: message,
      data,
    });
  }

  async interact(
    bot: InteractionRequest['bot'],
    channel: ChannelRecord,
    asked: string,
    request: Pick<InteractionRequest, 'type' | 'data' | 'source' | 'trigger' | 'commandName'>,
  ): Promise<SeenMessage> {
    const interaction = this.#stage.desk.start({
      ...request,
      bot,
      channel,
      user: this.#user,
      asked,
    });
    await watchInteraction(this.#stage, interaction);
    return new SeenMessage(
      this.#stage.world,
      this.#user.id,
      interaction.shown ?? (interaction.modal ? undefined : interaction.source),
      interaction,
    );
  }
}

/** What every interaction says about its command. */
export function commandData(command: {
  readonly id: string;
  readonly name: string;
  readonly type: number;
  readonly guild_id?: string;
}): Record<string, unknown> {
  const { id, name, type, guild_id: guildId } = command;
  return { id, name, type, ...(guildId === undefined ? {} : { guild_id: guildId }) };
}

/** Options inside their sub-command and group. */
export function nestOptions(found: ReturnType<typeof findCommand>, options: SentOption[]): SentOption[] {
  const types = found.path.length === 2 ? [2, 1] : [1];
  return found.path.reduceRight(
    (inner: SentOption[], name, depth) => [{ name, type: types[depth]!, options: inner }],
    options,
  );
}

/** Value as a person would write it. */
export function describe(value: OptionValue | undefined): string {
  if (typeof value !== 'object') return String(value);
  return 'id' in value ? value.id : value.name;
}
