import type { CheckContext } from '../check-context.js';

/** What uses are counted by. `role` is the member's highest role, `category` the parent of the channel. */
export type BucketName = 'category' | 'channel' | 'global' | 'guild' | 'member' | 'role' | 'user';

/** Bucket by name, or a function that gives its key; `undefined` lets a use go uncounted. */
export type Bucket = BucketName | ((ctx: CheckContext) => string | undefined);

const KEYS: Readonly<Record<BucketName, (ctx: CheckContext) => string | undefined>> = {
  category: (ctx) => ctx.channel?.raw.parent_id ?? ctx.channelId,
  channel: (ctx) => ctx.channelId ?? ctx.user.id,
  global: () => '',
  guild: (ctx) => ctx.guildId ?? ctx.user.id,
  member: (ctx) => `${ctx.guildId ?? ''}:${ctx.user.id}`,
  role: (ctx) => ctx.member?.topRole?.id ?? ctx.channelId,
  user: (ctx) => ctx.user.id,
};

/** Key of the bucket that an invocation falls into. */
export function bucketKey(by: Bucket, ctx: CheckContext): string | undefined {
  return typeof by === 'function' ? by(ctx) : KEYS[by](ctx);
}

/** How a bucket is called in errors. */
export function bucketName(by: Bucket): string {
  return typeof by === 'function' ? by.name || 'key' : by;
}
