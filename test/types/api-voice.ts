/** Block of the public surface, section 6: voice. */
import type { Bot } from 'cogwork';
import type { RecordingResult, TrackEnd, VoiceTarget } from 'cogwork/voice';
import { AudioSource } from 'cogwork/voice';

/** What the block has to show for itself. */
export interface VoiceBlock {
  readonly end: TrackEnd;
  readonly heardSamples: number;
  readonly recorded: RecordingResult;
}

export async function useVoice(
  bot: Bot,
  channel: VoiceTarget,
  userId: string,
  directory: string,
): Promise<VoiceBlock> {
  const voice = await bot.voice.join(channel, { selfDeaf: false });
  const recording = await voice.record({ directory, format: 'ogg' });
  const track = voice.play(AudioSource.file(`${directory}/song.ogg`));
  const end = await track.finished;
  let heardSamples = 0;
  for await (const frame of voice.listen(userId)) {
    heardSamples += frame.pcm.length / 2;
    if (heardSamples >= 48_000) break;
  }
  return { end, heardSamples, recorded: await recording.stop() };
}
