/** What the cache asks of a set of intents; `Intents` is one. */
export interface IntentSet {
  /** Whether an intent is in the set. */
  has(
    intent:
      | 'GuildExpressions'
      | 'GuildMembers'
      | 'GuildPresences'
      | 'GuildScheduledEvents'
      | 'GuildVoiceStates'
      | 'Guilds',
  ): boolean;
}
