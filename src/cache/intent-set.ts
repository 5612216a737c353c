/** What the cache asks of a set of intents; `Intents` is one. */
export interface IntentSet {
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
