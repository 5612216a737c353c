import type { Snowflake } from '../types/type-tools.js';

/** What a policy may look at. */
export interface MemberFacts {
  readonly guildId: Snowflake;
  readonly userId: Snowflake;
  readonly isInVoice: boolean;
  /** Whether the member is known to be online, idle or busy; needs presences. */
  readonly isOnline: boolean;
  readonly isOwner: boolean;
}

/** What a policy is made of besides its rule. */
export interface MemberPolicyOptions {
  /** How many members are kept for having been seen last, beside those that the rule keeps. */
  readonly recent?: number;
  /** Whether it needs to hear who joins, of voice, and of presences, so that the intents for these are asked for. */
  readonly joined?: boolean;
  readonly voice?: boolean;
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
  readonly recent: number;
  readonly joined: boolean;
  readonly voice: boolean;
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

  static everyone(): MemberPolicy {
    return new MemberPolicy(() => true, { joined: true });
  }

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
