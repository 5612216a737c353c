/** What the page and its server say to each other, as JSON over one WebSocket. */

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

/** Component as Discord sends it. */
export interface ComponentView {
  readonly type: number;
  readonly id?: number;
  readonly custom_id?: string;
  readonly components?: readonly ComponentView[];
  readonly component?: ComponentView;
  readonly accessory?: ComponentView;
  readonly [field: string]: unknown;
}

/** Emoji of a reaction or button. */
export interface EmojiView {
  readonly id?: string | null;
  readonly name?: string | null;
}

/** Message as Discord sends it, as far as the page shows it. */
export interface MessageView {
  readonly id: string;
  readonly channel_id: string;
  readonly type: number;
  readonly content: string;
  readonly timestamp: string;
  readonly edited_timestamp: string | null;
  readonly flags: number;
  readonly pinned: boolean;
  readonly mention_everyone: boolean;
  readonly author: { readonly id: string; readonly username: string; readonly bot?: boolean };
  readonly mentions: readonly { readonly id: string; readonly username: string }[];
  readonly mention_roles: readonly string[];
  readonly attachments: readonly {
    readonly id: string;
    readonly filename: string;
    readonly size: number;
    readonly url: string;
    readonly content_type?: string;
    readonly description?: string;
    readonly width?: number;
    readonly height?: number;
  }[];
  readonly embeds: readonly EmbedView[];
  readonly components: readonly ComponentView[];
  readonly reactions?: readonly { readonly emoji: EmojiView; readonly count: number; readonly me: boolean }[];
  readonly referenced_message?: MessageView | null;
  readonly interaction?: { readonly name: string; readonly user: { readonly id: string } };
  readonly poll?: PollView;
  readonly thread?: { readonly id: string; readonly name?: string };
  /** Whether only the viewer sees it. */
  readonly isEphemeral: boolean;
}

/** Embed of a message. */
export interface EmbedView {
  readonly title?: string;
  readonly description?: string;
  readonly url?: string;
  readonly color?: number;
  readonly timestamp?: string;
  readonly author?: { readonly name: string; readonly icon_url?: string };
  readonly footer?: { readonly text: string; readonly icon_url?: string };
  readonly image?: { readonly url: string };
  readonly thumbnail?: { readonly url: string };
  readonly fields?: readonly { readonly name: string; readonly value: string; readonly inline?: boolean }[];
}

/** Poll of a message. */
export interface PollView {
  readonly question: { readonly text: string };
  readonly answers: readonly {
    readonly answer_id: number;
    readonly poll_media: { readonly text?: string; readonly emoji?: EmojiView };
  }[];
  readonly expiry: string;
  readonly allow_multiselect: boolean;
  readonly results: {
    readonly is_finalized: boolean;
    readonly answer_counts: readonly {
      readonly id: number;
      readonly count: number;
      readonly me_voted: boolean;
    }[];
  };
}

/** One line of the traffic between bot and Discord. */
export interface TrafficView {
  readonly id: number;
  readonly atMs: number;
  readonly kind: string;
  readonly bot: string;
  readonly line: string;
  /** Payload, cut where it is very long. */
  readonly data: string;
}

/** One line that the bot logged or printed. */
export interface LogView {
  /** Number of the line, counted from the start of the playground. */
  readonly id: number;
  /** When it was written, in milliseconds since the Unix epoch. */
  readonly atMs: number;
  /** How much it matters; `output` is what the process printed by itself. */
  readonly level: 'debug' | 'info' | 'warn' | 'error' | 'output';
  /** Part of the bot that speaks. */
  readonly room: string;
  /** Text of the line. */
  readonly message: string;
  /** Cog and method whose handler failed, as in `Shop.buy`. */
  readonly origin: string | undefined;
  /** Stack of the error, when there is one. */
  readonly stack: string | undefined;
}

/** How the bot's process is. */
export interface BotStatus {
  /** What the process does; `unmanaged` when the playground did not start it. */
  readonly state: 'starting' | 'online' | 'stopped' | 'crashed' | 'unmanaged';
  /** Number of starts so far: it grows with every reload. */
  readonly starts: number;
  /** Why it stopped or crashed; empty otherwise. */
  readonly detail: string;
}

/** Modal that a bot opened. */
export interface ModalView {
  readonly handle: number;
  readonly title: string;
  readonly botName: string;
  readonly components: readonly ComponentView[];
}

/** File that a person chose, its bytes as base64. */
export interface FileView {
  readonly file: { readonly name: string; readonly contentType: string; readonly base64: string };
}

/** Value of an option or field. */
export type ValueView = string | number | boolean | FileView | readonly (string | FileView)[];
/** Values by the name of their option or field. */
export type ValuesView = Readonly<Record<string, ValueView>>;

/** What a person does on the page, by name. */
export interface Deeds {
  view: { readonly viewerId?: string; readonly channelId?: string };
  say: { readonly content: string; readonly files: readonly FileView[]; readonly replyTo?: string };
  edit: { readonly messageId: string; readonly content: string };
  delete: { readonly messageId: string };
  react: { readonly messageId: string; readonly emoji: string; readonly isAdded: boolean };
  vote: { readonly messageId: string; readonly answerIds: readonly number[] };
  /** Starts a thread at a message. */
  thread: { readonly messageId: string; readonly name: string };
  type: Record<never, never>;
  slash: { readonly name: string; readonly options: ValuesView };
  suggest: {
    readonly name: string;
    readonly option: string;
    readonly text: string;
    readonly others: ValuesView;
  };
  userCommand: { readonly name: string; readonly userId: string };
  messageCommand: { readonly name: string; readonly messageId: string };
  click: { readonly messageId: string; readonly customId: string };
  select: { readonly messageId: string; readonly customId: string; readonly values: readonly string[] };
  submit: { readonly handle: number; readonly values: ValuesView };
  message: { readonly userId: string };
  addPerson: { readonly name: string; readonly guildId: string };
  setRole: {
    readonly guildId: string;
    readonly userId: string;
    readonly roleId: string;
    readonly isGiven: boolean;
  };
  fault: { readonly name: string };
  restart: Record<never, never>;
}

/** What the page gets back for a deed. */
export interface DeedResult {
  readonly modal?: ModalView;
  readonly choices?: readonly { readonly name: string; readonly value: string | number }[];
  readonly channelId?: string;
  readonly error?: string;
}

/** Deed with its arguments, and a number under which its result comes back. */
export interface PageRequest {
  readonly id: number;
  readonly deed: keyof Deeds;
  readonly with: unknown;
}

/** What the server tells the page. */
export type ServerMessage =
  | { readonly type: 'world'; readonly world: WorldView }
  | {
      readonly type: 'messages';
      readonly channelId: string;
      /** Ids of all messages, oldest first. */
      readonly order: readonly string[];
      readonly changed: readonly MessageView[];
    }
  | { readonly type: 'typing'; readonly channelId: string; readonly userId: string }
  | { readonly type: 'traffic'; readonly entries: readonly TrafficView[] }
  | { readonly type: 'log'; readonly entries: readonly LogView[] }
  | { readonly type: 'status'; readonly status: BotStatus; readonly faults: readonly FaultView[] }
  | { readonly type: 'result'; readonly id: number; readonly result: DeedResult };

/** Fault that can be played by a button. */
export interface FaultView {
  readonly name: string;
  readonly group: string;
  readonly label: string;
  readonly hint: string;
}
