/** Privileged intents by bit. @see https://docs.discord.com/developers/events/gateway#privileged-intents */
const privilegedIntents = [
  [1 << 1, 'GuildMembers'],
  [1 << 8, 'GuildPresences'],
  [1 << 15, 'MessageContent'],
] as const;

/** Names of the privileged intents in `intents`. */
export function privilegedIntentNames(intents: number): string[] {
  return privilegedIntents.filter(([bit]) => (intents & bit) !== 0).map(([, name]) => name);
}
