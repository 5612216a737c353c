/** What surrounds the messages on the page, as one person sees it. */

/** Somebody who can be switched to, or a bot. */
export interface UserView {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly isBot: boolean;
  /** Whether a bot has a gateway connection; people always have. */
  readonly isOnline: boolean;
}

/** Member of a guild, with what the list of members shows. */
export interface MemberView {
  readonly id: string;
  readonly nick: string | null;
  readonly roleIds: readonly string[];
  /** Colour of the highest coloured role, 0 for none. */
  readonly color: number;
  readonly isOwner: boolean;
}

/** Role of a guild. */
export interface RoleView {
  readonly id: string;
  readonly name: string;
  readonly color: number;
  readonly position: number;
  readonly isManaged: boolean;
}

/** Channel or thread that the viewer can see. */
export interface ChannelView {
  readonly id: string;
  readonly guildId: string | undefined;
  readonly name: string;
  readonly type: number;
  readonly topic: string | null;
  readonly parentId: string | null;
  readonly position: number;
  readonly canSend: boolean;
  readonly isArchived: boolean;
  readonly lastMessageId: string | null;
  /** Who is in a voice channel. */
  readonly voiceIds: readonly string[];
}

/** Guild that the viewer is in. */
export interface GuildView {
  readonly id: string;
  readonly name: string;
  readonly channels: readonly ChannelView[];
  readonly roles: readonly RoleView[];
  readonly members: readonly MemberView[];
  /** Names of the viewer's permissions. */
  readonly permissions: readonly string[];
}

/** Option of a command. */
export interface CommandOptionView {
  readonly type: number;
  readonly name: string;
  readonly description: string;
  readonly required?: boolean;
  readonly choices?: readonly { readonly name: string; readonly value: string | number }[];
  readonly options?: readonly CommandOptionView[];
  readonly channel_types?: readonly number[];
  readonly min_value?: number;
  readonly max_value?: number;
  readonly min_length?: number;
  readonly max_length?: number;
  readonly autocomplete?: boolean;
}

/** Command in the channel that is open. */
export interface CommandView {
  readonly id: string;
  readonly botId: string;
  readonly type: number;
  readonly name: string;
  readonly description: string;
  readonly options: readonly CommandOptionView[];
  readonly isGuildOnly: boolean;
  readonly neededPermissions: string | null;
  /** Whether the viewer may use it here. */
  readonly isAllowed: boolean;
}

/** Everything around the messages, as one person sees it. */
export interface WorldView {
  readonly viewerId: string;
  readonly channelId: string | undefined;
  readonly users: readonly UserView[];
  /** People who can be switched to. */
  readonly peopleIds: readonly string[];
  readonly guilds: readonly GuildView[];
  readonly directs: readonly (ChannelView & { readonly userId: string })[];
  readonly commands: readonly CommandView[];
}
