import { join } from 'node:path';
import type { CogLifecycle, SlashContext } from 'cogwork';
import { Bot, Cog, inject, isSendable, RequirePermissions, SlashCommand, Task } from 'cogwork';
import { JsonFile } from './json-file.js';

@Cog({ description: 'Stand-up' })
export class Standup implements CogLifecycle {
  readonly #bot = inject(Bot);
  readonly #channels = new JsonFile<readonly string[]>(
    join(process.env['DATA'] ?? 'data', 'standup.json'),
    [],
  );

  onLoad(): Promise<void> {
    return this.#channels.load();
  }

  @SlashCommand({
    description: 'Holds the stand-up in this channel, or no longer',
    contexts: ['guild'],
    permissions: ['ManageGuild'],
  })
  @RequirePermissions('ManageGuild')
  async standup({ channelId = '' }: SlashContext): Promise<string> {
    const others = this.#channels.value.filter((id) => id !== channelId);
    const isNew = others.length === this.#channels.value.length;
    await this.#channels.save(isNew ? [...others, channelId] : others);
    return isNew ? 'Stand-up is here from now on, at 9 on working days.' : 'No more stand-ups here.';
  }

  /** Nine in Paris, in summer as in winter. */
  @Task({ cron: '0 9 * * 1-5', timezone: 'Europe/Paris' })
  async ask(): Promise<void> {
    for (const id of this.#channels.value) {
      const channel = this.#bot.channels.get(id);
      if (channel && isSendable(channel)) await channel.send('Good morning! What are you up to today?');
    }
  }
}
