import type { Snowflake } from '../../types/type-tools.js';
import { DaveManager } from '../dave/dave-manager.js';
import type { VoiceContext } from '../voice-context.js';
import type { Roster } from './roster.js';
import type { VoiceLine } from './voice-line.js';
import { VoiceOpcode as Op } from './voice-opcode.js';

/** Parts of a session that its end-to-end encryption works with. */
export interface SessionDaveParts {
  readonly context: VoiceContext;
  readonly channelId: Snowflake;
  readonly line: () => VoiceLine;
  readonly roster: Roster;
  onChange(): void;
}

/** Makes the end-to-end encryption of a session; none where its engine did not load. */
export function createSessionDave(parts: SessionDaveParts): DaveManager | undefined {
  const { context, channelId, line, roster } = parts;
  if (!context.dave) return undefined;
  return new DaveManager({
    clock: context.clock,
    logger: context.logger,
    engine: context.dave.engine,
    keyPair: context.dave.keyPair,
    userId: context.signalling.userId,
    channelId,
    outbox: {
      keyPackage: (data) => line().sendBinary(Op.MlsKeyPackage, data),
      commitWelcome: (data) => line().sendBinary(Op.MlsCommitWelcome, data),
      transitionReady: (id) => line().send(Op.DaveTransitionReady, { transition_id: id }),
      invalidCommitWelcome: (id) => line().send(Op.MlsInvalidCommitWelcome, { transition_id: id }),
    },
    recognisedIds: () => roster.userIds,
    onChange: () => parts.onChange(),
  });
}
