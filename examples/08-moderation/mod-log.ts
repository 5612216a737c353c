import { Bot, inject, isSendable, Logger } from 'cogwork';
import type { Deed } from './case-file.js';
import { CaseFile } from './case-file.js';
import { Database } from './database.js';

/** Channel of each guild in which moderators read what was done. */
export class ModLog {
  readonly #bot = inject(Bot);
  readonly #logger = inject(Logger);
  readonly #channels = inject(Database).open<string>('mod-log');

  /** Sets the channel; without one, nothing is written any more. */
  async setChannel(guildId: string, channelId: string | undefined): Promise<void> {
    if (channelId === undefined) await this.#channels.delete(guildId);
    else await this.#channels.set(guildId, channelId);
  }

  /** Writes a deed down. What was done is done, so a channel that is gone or closed to the bot is no error. */
  async write(guildId: string, deed: Deed): Promise<void> {
    const channelId = await this.#channels.get(guildId);
    if (channelId === undefined) return;
    const channel = this.#bot.channels.get(channelId);
    try {
      if (!channel || !isSendable(channel)) throw new Error('The channel is gone.');
      await channel.send(CaseFile.of(deed));
    } catch (error) {
      this.#logger.warn('mod-log', 'A deed could not be written down', { guildId, channelId, error });
    }
  }
}
