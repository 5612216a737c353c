/**
 * Wire shapes of lobbies, which `discord-api-types` does not have.
 *
 * @see https://docs.discord.com/developers/resources/lobby
 */
import type { APIGuildChannel, APIUser, RESTPostAPIChannelMessageJSONBody } from 'discord-api-types/v10';
import type { Snowflake } from '../../types/type-tools.js';

/** Texts that a game keeps with a lobby or a member: at most 25 of 1,024 characters. */
export type LobbyMetadata = Readonly<Record<string, string>>;

/** Group of players of a game, who talk and play together. @see https://docs.discord.com/developers/resources/lobby#lobby-object */
export interface Lobby {
  /** Id of the lobby. */
  readonly id: Snowflake;
  /** Application that made it. */
  readonly application_id: Snowflake;
  /** Texts that the game keeps with it. */
  readonly metadata: LobbyMetadata | null;
  /** Who is in it. */
  readonly members: LobbyMember[];
  /** Channel of a guild that it is linked to. */
  readonly linked_channel?: APIGuildChannel;
  /** Flags as bits. */
  readonly flags: number;
  /** Address that gets its events, instead of the application's. */
  readonly override_event_webhooks_url?: string | null;
}

/** Somebody in a lobby. */
export interface LobbyMember {
  /** Id of the user. */
  readonly id: Snowflake;
  /** Texts that the game keeps with the member. */
  readonly metadata: LobbyMetadata | null;
  /** Flags as bits; 1 may link channels. */
  readonly flags: number;
  /** Name of the member in the game. */
  readonly additional_name?: string;
}

/** What a lobby is created with, or changed to. */
export interface CreateLobbyBody {
  /** Seconds without members after which it is shut down: 5 to 604,800. */
  readonly idle_timeout_seconds?: number | null;
  /** Texts that the game keeps with it. */
  readonly metadata?: LobbyMetadata | null;
  /** Who is in it from the start, at most 25. */
  readonly members?:
    | readonly (Omit<LobbyMemberBody, 'additional_name'> & { readonly id: Snowflake })[]
    | null;
  /** Flags as bits. */
  readonly flags?: number | null;
  /** Address that gets its events, instead of the application's. */
  readonly override_event_webhooks_url?: string | null;
}

/** What a lobby is joined with. */
export interface JoinLobbyBody {
  /** At most 250 characters; everybody who knows it is in the same lobby. */
  readonly secret: string;
  /** Seconds without members after which it is shut down: 5 to 604,800. */
  readonly idle_timeout_seconds?: number | null;
  /** Texts that the game keeps with the lobby. */
  readonly lobby_metadata?: LobbyMetadata | null;
  /** Texts that the game keeps with the member. */
  readonly member_metadata?: LobbyMetadata | null;
  /** Flags as bits. */
  readonly flags?: number | null;
}

/** Membership as it is set. */
export interface LobbyMemberBody {
  /** Texts that the game keeps with the member. */
  readonly metadata?: LobbyMetadata | null;
  /** 1: may link channels. */
  readonly flags?: number | null;
  /** Name of the member in the game. */
  readonly additional_name?: string | null;
}

/** One of many memberships that are changed at once. */
export interface LobbyMemberUpdate extends LobbyMemberBody {
  /** Id of the user. */
  readonly id: Snowflake;
  /** Whether the user is taken out. */
  readonly remove_member?: boolean | null;
}

/** Channel to be linked; none unlinks. */
export interface LobbyChannelLinkBody {
  /** Id of the channel. */
  readonly channel_id?: Snowflake | null;
}

/** Invite to a linked channel's guild. */
export interface LobbyInvite {
  /** Code of the invite. */
  readonly code: string;
}

/** Which messages of a lobby are asked for. */
export interface LobbyMessagesQuery {
  /** 1 to 200. */
  readonly limit?: number;
}

/** Message in a lobby. */
export interface LobbyMessage {
  /** Id of the message. */
  readonly id: Snowflake;
  /** Kind of message, as in `MessageType`. */
  readonly type: number;
  /** Text of the message. */
  readonly content: string;
  /** Lobby that it is in. */
  readonly lobby_id: Snowflake;
  /** Channel that it is in. */
  readonly channel_id: Snowflake;
  /** User who wrote it. */
  readonly author: APIUser;
  /** Texts that the game keeps with it. */
  readonly metadata?: LobbyMetadata;
  /** Notes of the game's moderation. */
  readonly moderation_metadata?: LobbyMetadata;
  /** Flags as bits. */
  readonly flags: number;
  /** Application that sent it. */
  readonly application_id?: Snowflake;
}

/** Message to be sent in a lobby. */
export type LobbyMessageBody = RESTPostAPIChannelMessageJSONBody;

/** What a game's moderation notes of a message. */
export type EditLobbyMessageMetadataBody = LobbyMetadata;
