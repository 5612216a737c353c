import type { AutocompleteRequest, SlashContext } from 'cogwork';
import { Bot, Cog, inject, OnError, Option, SlashCommand } from 'cogwork';
import type { LoopMode } from 'cogwork/voice';
import { PlayQueue, VoiceChannelFullError, VoicePermissionError } from 'cogwork/voice';
import { Shelf } from './shelf.js';

const SILENCE = 'Nothing is playing.';

class SongOptions {
  @Option.string('Name of the song', { autocomplete: { method: 'suggest' } }) song!: string;
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

  /** Songs that begin with what has been typed so far. */
  suggest({ value }: AutocompleteRequest): Promise<string[]> {
    return this.#shelf.find(value);
  }

  @SlashCommand('Plays a song in your voice channel, after those that wait already', SongOptions)
  async play(ctx: SlashContext, { song }: SongOptions): Promise<string> {
    const source = await this.#shelf.take(song);
    if (!source) {
      const songs = await this.#shelf.find();
      return `There is no ${song}. There is: ${songs.join(', ') || `nothing in ${this.#shelf.directory}`}`;
    }
    const queue = await this.#join(ctx);
    if (!queue) return 'Join a voice channel first.';
    const isFirst = queue.current === undefined;
    queue.add(source, song);
    return isFirst ? `Now: ${song}` : `${song} comes as number ${queue.upcoming.length}.`;
  }

  @SlashCommand('Shows what is playing and what comes')
  queue(ctx: SlashContext): string {
    const queue = this.#queue(ctx);
    if (!queue?.track) return SILENCE;
    const seconds = Math.floor(queue.track.positionMs / 1000);
    const names = queue.upcoming.map(({ data }) => data);
    return [`${queue.current?.data}, at ${seconds} s`, ...names].join('\n');
  }

  @SlashCommand('Goes on with the next song')
  async skip(ctx: SlashContext): Promise<string> {
    const queue = this.#queue(ctx);
    if (!queue?.track) return SILENCE;
    await queue.skip();
    return 'Skipped.';
  }

  @SlashCommand('Pauses, or goes on')
  pause(ctx: SlashContext): string {
    const track = this.#queue(ctx)?.track;
    if (!track) return SILENCE;
    if (track.state === 'paused') track.resume();
    else track.pause();
    return track.state === 'paused' ? 'Paused.' : 'Goes on.';
  }

  @SlashCommand('Says what comes after a song', LoopOptions)
  loop(ctx: SlashContext, { mode }: LoopOptions): string {
    const queue = this.#queue(ctx);
    if (!queue) return SILENCE;
    queue.loop = mode;
    return `Loop: ${mode}`;
  }

  @SlashCommand('Changes the volume over half a second', VolumeOptions)
  volume(ctx: SlashContext, { percent }: VolumeOptions): string {
    const track = this.#queue(ctx)?.track;
    if (!track) return SILENCE;
    track.fadeTo(percent / 100, 500).catch(() => undefined); // the song ends before that
    return `Volume: ${percent} %`;
  }

  @SlashCommand('Stops and leaves')
  async leave(ctx: SlashContext): Promise<string> {
    if (ctx.guildId) await this.#bot.voice.leave(ctx.guildId);
    return 'Goodbye.';
  }

  @OnError(VoicePermissionError)
  closed(): string {
    return 'I may not join or speak in your channel.';
  }

  @OnError(VoiceChannelFullError)
  full(): string {
    return 'Your channel is full.';
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
