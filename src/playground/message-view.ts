/** Messages as the page shows them. */

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
