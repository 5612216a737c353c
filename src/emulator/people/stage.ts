import type { InteractionDesk } from '../interactions/interaction-desk.js';
import type { VoicePeople } from '../voice/voice-people.js';
import type { World } from '../world/world.js';
import type { AnswerWait } from './answer-wait.js';

/** What people act on. */
export interface Stage {
  readonly world: World;
  readonly desk: InteractionDesk;
  readonly answers: AnswerWait;
  readonly voice: VoicePeople;
}
