import { Milestone } from '../../gateway/milestone.js';
import type { Snowflake } from '../../types/type-tools.js';
import type { Clock } from '../../utils/clock.js';
import type { Logger } from '../../utils/logger.js';
import type { VoiceSignalling } from '../voice-signalling.js';

/** How long the confirmation of leaving is waited for: nothing may come. */
const PATIENCE_MS = 5_000;

/** How the bot sits in the channel. */
export interface SelfState {
  /** Whether the bot hears nothing, and shows that. */
  readonly selfDeaf: boolean;
  /** Whether the bot says nothing, and shows that. */
  readonly selfMute: boolean;
}

/** Parts of what is asked of the main gateway. */
export interface MainGatewayRequestsOptions {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly signalling: VoiceSignalling;
  readonly guildId: Snowflake;
  readonly self: SelfState;
  /** A request could not be sent. */
  onFailed(error: Error): void;
}

/** What is asked of the main gateway for one guild: to be in a channel, how, and to be out. */
export class MainGatewayRequests {
  readonly #options: MainGatewayRequestsOptions;
  readonly #left = new Milestone<void>();
  #self: SelfState;
  #expectsLeft = false;

  constructor(options: MainGatewayRequestsOptions) {
    this.#options = options;
    this.#self = options.self;
  }

  get self(): SelfState {
    return this.#self;
  }

  /** Whether the confirmation of leaving is awaited, and everything else is old news. */
  get expectsLeft(): boolean {
    return this.#expectsLeft;
  }

  /** Asks for a channel, or with `null` to be out. */
  ask(channelId: Snowflake | null): void {
    const { guildId, logger, signalling, onFailed } = this.#options;
    signalling.updateVoiceState({ guildId, channelId, ...this.#self }).catch((error: Error) => {
      if (channelId !== null) onFailed(error);
      else logger.debug('voice', 'Discord could not be told that the bot leaves', { error });
    });
  }

  /** Notes how the bot is to sit; the next request says so. */
  setSelf(self: SelfState): void {
    this.#self = self;
  }

  /** Leaves the channel, and waits until that is confirmed. */
  async stepOut(): Promise<void> {
    const { clock } = this.#options;
    this.#expectsLeft = true;
    this.#left.reset();
    this.ask(null);
    const giveUp = clock.setTimeout(() => this.#left.reach(), PATIENCE_MS);
    await this.#left.promise();
    clock.clearTimeout(giveUp);
    this.#expectsLeft = false;
  }

  /** Hears that the bot is out, or that nobody needs to know any more. */
  confirmLeft(): void {
    this.#left.reach();
  }
}
