import type { InteractionDesk } from '../interactions/interaction-desk.js';
import type { VoicePeople } from '../voice/voice-people.js';
import type { BotRecord } from '../world/bot-record.js';
import type { World } from '../world/world.js';
import type { AnswerWait } from './answer-wait.js';

/** What people act on. */
export interface Stage {
  readonly world: World;
  readonly desk: InteractionDesk;
  readonly answers: AnswerWait;
  readonly voice: VoicePeople;
  /** Whether an interaction would get to a bot: by a session that is connected, or by an endpoint. */
  isReachable(bot: BotRecord): boolean;
}
