import type { IntentSet } from './intent-set.js';

/** Names of the flags. */
export type MemberCacheFlagName = 'interaction' | 'joined' | 'online' | 'voice';

const bits: Readonly<Record<MemberCacheFlagName, number>> = {
  voice: 1,
  joined: 2,
  interaction: 4,
  online: 8,
};

/**
 * Which members are worth keeping in memory.
 *
 * `joined` keeps everyone whom Discord tells of, `voice` who is in a voice channel, `online` who is not offline (needs
 * presences), `interaction` who used a command. The bot itself is always kept. Who was kept only for being in voice or
 * online goes when that ends.
 */
export class MemberCacheFlags {
  /** Flags as bits: 1 voice, 2 joined, 4 interaction, 8 online. */
  readonly value: number;

  /** Flags that are on; all but `online` when nothing is said. */
  constructor(flags: Readonly<Partial<Record<MemberCacheFlagName, boolean>>> | number = 7) {
    this.value = typeof flags === 'number' ? flags : toBits(flags);
    Object.freeze(this);
  }

  /** Every flag. */
  static all(): MemberCacheFlags {
    return new MemberCacheFlags(15);
  }

  /** No flag: only the bot itself is kept. */
  static none(): MemberCacheFlags {
    return new MemberCacheFlags(0);
  }

  /** What the intents can keep right: `joined` with members, `voice` with voice states, `interaction` always. */
  static fromIntents(intents: IntentSet): MemberCacheFlags {
    return new MemberCacheFlags({
      interaction: true,
      joined: intents.has('GuildMembers'),
      voice: intents.has('GuildVoiceStates'),
    });
  }

  /** Whether members in voice channels are kept. */
  get voice(): boolean {
    return (this.value & bits.voice) !== 0;
  }
  /** Whether everyone is kept whom Discord tells of. */
  get joined(): boolean {
    return (this.value & bits.joined) !== 0;
  }
  /** Whether members who use a command are kept. */
  get interaction(): boolean {
    return (this.value & bits.interaction) !== 0;
  }
  /** Whether members who are not offline are kept; needs presences. */
  get online(): boolean {
    return (this.value & bits.online) !== 0;
  }

  /** Flags of both. */
  or(other: MemberCacheFlags): MemberCacheFlags {
    return new MemberCacheFlags(this.value | other.value);
  }
}

function toBits(flags: Readonly<Partial<Record<MemberCacheFlagName, boolean>>>): number {
  let value = 0;
  for (const [name, on] of Object.entries(flags)) if (on) value |= bits[name as MemberCacheFlagName];
  return value;
}
