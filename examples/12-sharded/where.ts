import type { SlashContext } from 'cogwork';
import { Bot, Cog, inject, SlashCommand } from 'cogwork';

/** Each guild belongs to one shard, and each shard to one process; a cog need not know, but can. */
@Cog({ description: 'Places' })
export class Where {
  readonly #bot = inject(Bot);

  @SlashCommand({ description: 'Says which shard of the bot answers here', contexts: ['guild'] })
  where({ guildId = '' }: SlashContext): string {
    const shard = this.#bot.shards.ofGuild(guildId);
    if (!shard) return 'This guild is not mine.';
    const latency = Number.isNaN(shard.latencyMs) ? 'not known yet' : `${Math.round(shard.latencyMs)} ms`;
    return `Shard ${shard.id} of ${shard.shardCount}, process ${process.pid}, latency ${latency}`;
  }
}
