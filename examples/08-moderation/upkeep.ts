import type { MessageOptions, SlashContext, TextChannel, User } from 'cogwork';
import {
  ChannelType,
  CheckFailedError,
  Clock,
  Cog,
  Cooldown,
  inject,
  isSendable,
  Option,
  RequireBotPermissions,
  RequirePermissions,
  SlashCommand,
} from 'cogwork';
import { guildOf } from './may-act-on.js';
import { ModLog } from './mod-log.js';

class PurgeOptions {
  @Option.integer('How many of the newest messages to look at', { minValue: 1, maxValue: 100 })
  count!: number;
  @Option.user('Only messages of this user', { required: false }) user?: User;
}

class ModLogOptions {
  @Option.channel('Where to write; nothing turns it off', { types: [ChannelType.GuildText], required: false })
  channel?: TextChannel;
}

@Cog({ description: 'Order in channels', autoDefer: { ephemeral: true } })
export class Upkeep {
  readonly #clock = inject(Clock);
  readonly #log = inject(ModLog);

  /** The cooldown is counted in SQLite too, so a restart is no way around it. */
  @SlashCommand(
    { description: 'Deletes messages here', contexts: ['guild'], permissions: ['ManageMessages'] },
    PurgeOptions,
  )
  @RequirePermissions('ManageMessages')
  @RequireBotPermissions('ManageMessages', 'ReadMessageHistory')
  @Cooldown({ uses: 1, perMs: 10_000, by: 'channel' })
  async purge(ctx: SlashContext, { count, user }: PurgeOptions): Promise<MessageOptions> {
    const { channel } = ctx;
    if (!channel || !isSendable(channel)) throw new CheckFailedError('There are no messages here.');
    const deleted = await channel.messages.purge({
      limit: count,
      check: (message) => !message.pinned && (user === undefined || message.author.id === user.id),
      reason: `${ctx.user.username}: purge`,
    });
    const reason = `${deleted.length} messages${user ? ` of ${user.mention}` : ''}`;
    const deed = { atMs: this.#clock.now(), moderatorId: ctx.user.id, reason, targetId: channel.id };
    await this.#log.write(guildOf(ctx).id, { ...deed, kind: 'purge' });
    return { content: `Deleted ${reason}.`, ephemeral: true };
  }

  @SlashCommand(
    { description: 'Sets where deeds are written down', contexts: ['guild'], permissions: ['ManageGuild'] },
    ModLogOptions,
  )
  @RequirePermissions('ManageGuild')
  async modLog(ctx: SlashContext, { channel }: ModLogOptions): Promise<MessageOptions> {
    await this.#log.setChannel(guildOf(ctx).id, channel?.id);
    return {
      content: channel ? `From now on in ${channel.mention}.` : 'Nowhere from now on.',
      ephemeral: true,
    };
  }
}
