/**
 * Fields of a member and of its user that the cache keeps, numbered: where each stands in a text is two numbers of a
 * table, found by `field * 2`.
 */
export const UserField = {
  id: 0,
  username: 1,
  globalName: 2,
  avatar: 3,
  discriminator: 4,
  publicFlags: 5,
  bot: 6,
  system: 7,
  banner: 8,
  accentColor: 9,
  avatarDecoration: 10,
  collectibles: 11,
  primaryGuild: 12,
} as const;

/** Fields of the member itself, numbered after those of its user. */
export const MemberField = {
  nick: 13,
  avatar: 14,
  banner: 15,
  joinedAt: 16,
  premiumSince: 17,
  timeout: 18,
  flags: 19,
  deaf: 20,
  mute: 21,
  pending: 22,
  roles: 23,
  avatarDecoration: 24,
  collectibles: 25,
} as const;

/** How many numbers the table has for one member. */
export const fieldsStride = 52;

/** Keys of a user in Discord's JSON. */
export const userKeys: Readonly<Record<string, number>> = {
  id: UserField.id,
  username: UserField.username,
  global_name: UserField.globalName,
  avatar: UserField.avatar,
  discriminator: UserField.discriminator,
  public_flags: UserField.publicFlags,
  bot: UserField.bot,
  system: UserField.system,
  banner: UserField.banner,
  accent_color: UserField.accentColor,
  avatar_decoration_data: UserField.avatarDecoration,
  collectibles: UserField.collectibles,
  primary_guild: UserField.primaryGuild,
};

/** Keys of a member in Discord's JSON, but `user`. */
export const memberKeys: Readonly<Record<string, number>> = {
  nick: MemberField.nick,
  avatar: MemberField.avatar,
  banner: MemberField.banner,
  joined_at: MemberField.joinedAt,
  premium_since: MemberField.premiumSince,
  communication_disabled_until: MemberField.timeout,
  flags: MemberField.flags,
  deaf: MemberField.deaf,
  mute: MemberField.mute,
  pending: MemberField.pending,
  roles: MemberField.roles,
  avatar_decoration_data: MemberField.avatarDecoration,
  collectibles: MemberField.collectibles,
};
