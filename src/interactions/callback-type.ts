/** Kinds of a first answer. @see https://docs.discord.com/developers/interactions/receiving-and-responding */
export const CallbackType = {
  Message: 4,
  DeferredMessage: 5,
  DeferredUpdate: 6,
  Update: 7,
  Choices: 8,
  Modal: 9,
  LaunchActivity: 12,
} as const;
