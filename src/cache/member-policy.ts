import type { Snowflake } from '../types/type-tools.js';

/** What a policy may look at. */
export interface MemberFacts {
  /** Guild of the member. */
  readonly guildId: Snowflake;
  /** User of the member. */
  readonly userId: Snowflake;
  /** Whether the member is in a voice channel; needs voice states. */
  readonly isInVoice: boolean;
  /** Whether the member is known to be online, idle or busy; needs presences. */
  readonly isOnline: boolean;
  /** Whether the member owns the guild. */
  readonly isOwner: boolean;
}

/** What a policy is made of besides its rule. */
export interface MemberPolicyOptions {
  /** How many members are kept for having been seen last, beside those that the rule keeps. */
  readonly recent?: number;
  /** Whether it needs to hear who joins, so that the privileged intent is asked for. */
  readonly joined?: boolean;
  /** Whether it needs to hear who is in voice channels, so that the intent is asked for. */
  readonly voice?: boolean;
  /** Whether it needs to hear of presences, so that the privileged intent is asked for. */
  readonly online?: boolean;
}

/**
 * Rule by which members are kept in memory; rules combine.
 *
 * @example
 * ```ts
 * new Bot({ cache: { members: MemberPolicy.inVoice().or(MemberPolicy.owners()).or(MemberPolicy.lru(10_000)) } });
 * ```
 */
export class MemberPolicy {
  /** How many members are kept for having been seen last. */
  readonly recent: number;
  /** Whether the intent for members is asked for. */
  readonly joined: boolean;
  /** Whether the intent for voice states is asked for. */
  readonly voice: boolean;
  /** Whether the intent for presences is asked for. */
  readonly online: boolean;
  readonly #keeps: (facts: MemberFacts) => boolean;

  /** Rule of one's own. */
  constructor(keeps: (facts: MemberFacts) => boolean, options: MemberPolicyOptions = {}) {
    this.#keeps = keeps;
    this.recent = options.recent ?? 0;
    this.joined = options.joined ?? false;
    this.voice = options.voice ?? false;
    this.online = options.online ?? false;
  }

  /** Everyone whom Discord tells of. */
  static everyone(): MemberPolicy {
    return new MemberPolicy(() => true, { joined: true });
  }

  /** Only the bot itself. */
  static nobody(): MemberPolicy {
    return new MemberPolicy(() => false);
  }

  /** Who is in a voice channel. */
  static inVoice(): MemberPolicy {
    return new MemberPolicy(({ isInVoice }) => isInVoice, { voice: true });
  }

  /** Who is not offline. */
  static notOffline(): MemberPolicy {
    return new MemberPolicy(({ isOnline }) => isOnline, { online: true });
  }

  /** Owners of guilds. */
  static owners(): MemberPolicy {
    return new MemberPolicy(({ isOwner }) => isOwner);
  }

  /** So many members, those that were seen last. */
  static lru(limit: number): MemberPolicy {
    return new MemberPolicy(() => false, { recent: limit });
  }

  /** Whether the rule itself keeps a member, apart from the recent ones. */
  keeps(facts: MemberFacts): boolean {
    return this.#keeps(facts);
  }

  /** Members that either rule keeps. */
  or(other: MemberPolicy): MemberPolicy {
    return new MemberPolicy((facts) => this.keeps(facts) || other.keeps(facts), {
      ...this.#needsWith(other),
      recent: Math.max(this.recent, other.recent),
    });
  }

  /** Members that both rules keep. */
  and(other: MemberPolicy): MemberPolicy {
    return new MemberPolicy((facts) => this.keeps(facts) && other.keeps(facts), {
      ...this.#needsWith(other),
      recent: Math.min(this.recent, other.recent),
    });
  }

  #needsWith(other: MemberPolicy): MemberPolicyOptions {
    return {
      joined: this.joined || other.joined,
      voice: this.voice || other.voice,
      online: this.online || other.online,
    };
  }
}
