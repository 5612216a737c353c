import type { SlashContext } from 'cogwork';
import { Bot, Cog, inject, Option, SlashCommand } from 'cogwork';
import type { LoopMode } from 'cogwork/voice';
import { PlayQueue } from 'cogwork/voice';
import { Shelf } from './shelf.js';

class SongOptions {
  @Option.string('Name of the song') song!: string;
}

class LoopOptions {
  @Option.choice('What comes after a song', ['off', 'track', 'queue']) mode!: LoopMode;
}

class VolumeOptions {
  @Option.integer('In percent', { minValue: 0, maxValue: 200 }) percent!: number;
}

@Cog()
export class Music {
  readonly #bot = inject(Bot);
  readonly #shelf = inject(Shelf);
  readonly #queues = new Map<string, PlayQueue<string>>();

  @SlashCommand('Plays a song in your voice channel, after those that wait already', SongOptions)
  async play(ctx: SlashContext, { song }: SongOptions): Promise<string> {
    const source = await this.#shelf.take(song);
    if (!source) return `There is no ${song}. There is: ${(await this.#shelf.find()).join(', ')}`;
    const queue = await this.#join(ctx);
    if (!queue) return 'Join a voice channel first.';
    const isFirst = queue.current === undefined;
    queue.add(source, song);
    return isFirst ? `Now: ${song}` : `${song} comes as number ${queue.upcoming.length}.`;
  }

  @SlashCommand('Shows what is playing and what comes')
  queue(ctx: SlashContext): string {
    const queue = this.#queue(ctx);
    if (!queue?.track) return 'Nothing is playing.';
    const seconds = Math.floor(queue.track.positionMs / 1000);
    const names = queue.upcoming.map(({ data }) => data);
    return [`${queue.current?.data}, at ${seconds} s`, ...names].join('\n');
  }

  @SlashCommand('Goes on with the next song')
  async skip(ctx: SlashContext): Promise<string> {
    await this.#queue(ctx)?.skip();
    return 'Skipped.';
  }

  @SlashCommand('Pauses, or goes on')
  pause(ctx: SlashContext): string {
    const track = this.#queue(ctx)?.track;
    if (track?.state === 'paused') track.resume();
    else track?.pause();
    return track?.state === 'paused' ? 'Paused.' : 'Goes on.';
  }

  @SlashCommand('Says what comes after a song', LoopOptions)
  loop(ctx: SlashContext, { mode }: LoopOptions): string {
    const queue = this.#queue(ctx);
    if (queue) queue.loop = mode;
    return `Loop: ${mode}`;
  }

  @SlashCommand('Changes the volume over half a second', VolumeOptions)
  volume(ctx: SlashContext, { percent }: VolumeOptions): string {
    const fading = this.#queue(ctx)?.track?.fadeTo(percent / 100, 500);
    fading?.catch(() => undefined);
    return `Volume: ${percent} %`;
  }

  @SlashCommand('Stops and leaves')
  async leave(ctx: SlashContext): Promise<string> {
    if (ctx.guildId) await this.#bot.voice.leave(ctx.guildId);
    return 'Goodbye.';
  }

  #queue({ guildId = '' }: SlashContext): PlayQueue<string> | undefined {
    return this.#queues.get(guildId);
  }

  /** Comes to whoever asks; the queue of a guild lives as long as its connection. */
  async #join({ guildId, member }: SlashContext): Promise<PlayQueue<string> | undefined> {
    const channel = member?.voice?.channel;
    if (!guildId || !channel) return undefined;
    const voice = await this.#bot.voice.join(channel, { selfDeaf: true });
    const existing = this.#queues.get(guildId);
    if (existing) return existing;
    const queue = new PlayQueue<string>(voice.media.player);
    this.#queues.set(guildId, queue);
    voice.onClosed(() => this.#queues.delete(guildId));
    return queue;
  }
}
