import { basename } from 'node:path';
import type { SlashContext } from 'cogwork';
import { Bot, Cog, CommandGroup, inject, OnError, Option, SlashCommand } from 'cogwork';
import type { Recording } from 'cogwork/voice';
import { FfmpegMissingError, VoicePermissionError } from 'cogwork/voice';

class StartOptions {
  @Option.choice('Format of the files', ['ogg', 'wav', 'mp3']) format: 'ogg' | 'wav' | 'mp3' = 'ogg';
  @Option.integer('Ends by itself after so many minutes', { minValue: 1, maxValue: 240 }) minutes = 60;
}

/** Everybody should know before they are recorded: the bot says so in the channel, and is seen in the call. */
@Cog()
@CommandGroup('record', 'Records the voice channel you are in')
export class Recorder {
  readonly #bot = inject(Bot);
  readonly #directory = process.env['RECORDINGS'] ?? 'recordings';
  readonly #ffmpeg = process.env['FFMPEG'] ?? 'ffmpeg';
  readonly #recordings = new Map<string, Recording>();

  @SlashCommand('Begins, with a file for each speaker', StartOptions)
  async start({ guildId, member }: SlashContext, { format, minutes }: StartOptions): Promise<string> {
    const channel = member?.voice?.channel;
    if (!guildId || !channel) return 'Join a voice channel first.';
    if (this.#recordings.has(guildId)) return 'I am recording already.';
    const voice = await this.#bot.voice.join(channel, { selfMute: true });
    const recording = await voice
      .record({
        directory: this.#directory,
        ffmpeg: this.#ffmpeg,
        format,
        fileName: (userId) => `${this.#bot.user.id}-${userId}`,
        maxDurationMs: minutes * 60_000,
      })
      .catch(async (error: unknown) => {
        await voice.leave();
        throw error;
      });
    this.#recordings.set(guildId, recording);
    void recording.finished.then(() => this.#recordings.delete(guildId));
    return `I am recording ${channel.mention} from now on. Privacy code: ${voice.privacyCode ?? 'none yet'}`;
  }

  @OnError(FfmpegMissingError)
  noFfmpeg(): string {
    return 'There is no ffmpeg here, and mp3 needs it. Choose ogg or wav.';
  }

  @OnError(VoicePermissionError)
  closed(): string {
    return 'I may not join your channel.';
  }

  @SlashCommand('Ends, and says what was recorded')
  async stop({ guildId = '' }: SlashContext): Promise<string> {
    const recording = this.#recordings.get(guildId);
    if (!recording) return 'I am not recording.';
    const { tracks, durationMs } = await recording.stop();
    await this.#bot.voice.leave(guildId);
    const lines = tracks.map(
      ({ userId, path, spokenMs, stats }) =>
        `<@${userId}>: ${basename(path)}, spoke ${Math.round(spokenMs / 1000)} s, ${stats?.lost ?? 0} packets lost`,
    );
    return [`Recorded ${Math.round(durationMs / 1000)} s.`, ...lines].join('\n');
  }
}
