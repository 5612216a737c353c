/** What the entries of an audit log are about, by the number of their action. */

/** Kinds of things that are acted on. */
export type AuditLogTargetType =
  | 'applicationCommand'
  | 'autoModerationRule'
  | 'channel'
  | 'emoji'
  | 'guild'
  | 'integration'
  | 'invite'
  | 'onboardingPrompt'
  | 'role'
  | 'scheduledEvent'
  | 'sound'
  | 'stageInstance'
  | 'sticker'
  | 'thread'
  | 'user'
  | 'webhook';

/** What an action does to its target. */
export type AuditLogCategory = 'create' | 'delete' | 'update';

/** First and last number of the actions that are about a kind of thing. */
const ranges: readonly (readonly [first: number, last: number, type: AuditLogTargetType])[] = [
  [1, 1, 'guild'],
  [10, 15, 'channel'],
  [20, 28, 'user'],
  [30, 32, 'role'],
  [40, 42, 'invite'],
  [50, 52, 'webhook'],
  [60, 62, 'emoji'],
  [72, 72, 'user'],
  [73, 73, 'channel'],
  [74, 75, 'user'],
  [80, 82, 'integration'],
  [83, 85, 'stageInstance'],
  [90, 92, 'sticker'],
  [100, 102, 'scheduledEvent'],
  [110, 112, 'thread'],
  [121, 121, 'applicationCommand'],
  [130, 132, 'sound'],
  [140, 142, 'autoModerationRule'],
  [143, 146, 'user'],
  [150, 151, 'guild'],
  [163, 165, 'onboardingPrompt'],
  [166, 191, 'guild'],
  [192, 193, 'channel'],
];

/** Actions that make something, and that remove something; all others change it. */
const creating: ReadonlySet<number> = new Set([
  10, 13, 28, 30, 40, 50, 60, 74, 80, 83, 90, 100, 110, 130, 140, 163, 166, 190, 192,
]);
const deleting: ReadonlySet<number> = new Set([
  12, 15, 20, 21, 22, 27, 32, 42, 52, 62, 72, 73, 75, 82, 85, 92, 102, 112, 132, 142, 165, 193,
]);

/** Kind of thing that an action is about; `undefined` for actions newer than this package. */
export function targetTypeOf(action: number): AuditLogTargetType | undefined {
  return ranges.find(([first, last]) => action >= first && action <= last)?.[2];
}

/** What an action does; `undefined` for actions newer than this package. */
export function categoryOf(action: number): AuditLogCategory | undefined {
  if (creating.has(action)) return 'create';
  if (deleting.has(action)) return 'delete';
  return targetTypeOf(action) === undefined ? undefined : 'update';
}
