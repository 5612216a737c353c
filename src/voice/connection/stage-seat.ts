import { InvalidOptionError } from '../../errors/invalid-option-error.js';
import type { Snowflake } from '../../types/type-tools.js';
import type { StageRequest, VoiceSignalling } from '../voice-signalling.js';

/** Bot's part in a stage channel: speaker, audience, or with its hand up. */
export class StageSeat {
  readonly #signalling: VoiceSignalling;
  readonly #place: { readonly guildId: Snowflake; readonly channelId: Snowflake };

  /** @internal */
  constructor(
    signalling: VoiceSignalling,
    place: { readonly guildId: Snowflake; readonly channelId: Snowflake },
  ) {
    this.#signalling = signalling;
    this.#place = place;
  }

  /** Goes on the stage; needs the permission to mute members. */
  speak(): Promise<void> {
    return this.#change({ suppress: false });
  }

  /** Goes back to the audience. */
  listen(): Promise<void> {
    return this.#change({ suppress: true });
  }

  /** Raises the hand at that moment, or lowers it with `null`; needs the permission to request to speak. */
  request(at: Date | null): Promise<void> {
    return this.#change({ requestToSpeakAt: at });
  }

  async #change(change: Pick<StageRequest, 'suppress' | 'requestToSpeakAt'>): Promise<void> {
    const { guildId, channelId } = this.#place;
    if (!this.#signalling.updateStage)
      throw new InvalidOptionError(
        'This voice signalling cannot change stages: implement updateStage() in it.',
        'signalling',
      );
    await this.#signalling.updateStage({ guildId, channelId, ...change });
  }
}
