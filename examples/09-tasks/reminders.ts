import { join } from 'node:path';
import type { CogLifecycle, MessageOptions, SlashContext } from 'cogwork';
import {
  Bot,
  Clock,
  Cog,
  DiscordApiError,
  formatTime,
  inject,
  Logger,
  Option,
  SlashCommand,
  Task,
} from 'cogwork';
import { JsonFile } from './json-file.js';

interface Reminder {
  readonly id: string;
  readonly channelId: string;
  readonly dueAtMs: number;
  readonly text: string;
  readonly userId: string;
}

class RemindOptions {
  @Option.duration('In how long, such as 45m or 2d', { minValue: 5000, maxValue: 365 * 86_400_000 })
  time!: number;
  @Option.string('What about', { maxLength: 500 }) about!: string;
}

@Cog({ description: 'Reminders' })
export class Reminders implements CogLifecycle {
  readonly #bot = inject(Bot);
  readonly #clock = inject(Clock);
  readonly #logger = inject(Logger);
  readonly #file = new JsonFile<readonly Reminder[]>(
    join(process.env['DATA'] ?? 'data', 'reminders.json'),
    [],
  );

  /** The cog is reachable once this has ended, and its tasks begin later still: nothing is asked for before it is read. */
  onLoad(): Promise<void> {
    return this.#file.load();
  }

  @SlashCommand('Reminds you of something', RemindOptions)
  async remind(ctx: SlashContext, { about, time }: RemindOptions): Promise<MessageOptions> {
    const { channelId = '', interaction, user } = ctx;
    const dueAtMs = this.#clock.now() + time;
    const reminder = { id: interaction.id, channelId, dueAtMs, text: about, userId: user.id };
    await this.#file.save([...this.#file.value, reminder]);
    return { content: `I will remind you ${formatTime(dueAtMs, 'R')}.`, ephemeral: true };
  }

  @SlashCommand('Shows what you will be reminded of')
  reminders({ user }: SlashContext): MessageOptions {
    const own = this.#file.value.filter(({ userId }) => userId === user.id);
    const lines = own.map(({ dueAtMs, text }) => `${formatTime(dueAtMs, 'R')}: ${text}`);
    return { content: lines.join('\n') || 'Nothing.', ephemeral: true };
  }

  /** A moment that passes while the bot is off is made up for at its next start. */
  @Task({ every: '5s', retries: 2 })
  async deliver(): Promise<void> {
    const now = this.#clock.now();
    for (const reminder of this.#file.value.filter(({ dueAtMs }) => dueAtMs <= now)) {
      await this.#send(reminder);
      await this.#file.save(this.#file.value.filter(({ id }) => id !== reminder.id));
    }
  }

  /** What Discord refuses it will refuse again; any other failure leaves the reminder for the next try. */
  async #send({ channelId, text, userId }: Reminder): Promise<void> {
    try {
      await this.#bot.rest.channels.createMessage(channelId, { content: `<@${userId}>: ${text}` });
    } catch (error) {
      if (!(error instanceof DiscordApiError) || error.status >= 500) throw error;
      this.#logger.warn('reminders', 'A reminder could not be sent', { channelId, error });
    }
  }
}
