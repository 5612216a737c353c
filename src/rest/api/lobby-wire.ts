/**
 * Wire shapes of lobbies, which `discord-api-types` does not have.
 *
 * @see https://docs.discord.com/developers/resources/lobby
 */
import type { APIGuildChannel, APIUser, RESTPostAPIChannelMessageJSONBody } from 'discord-api-types/v10';
import type { Snowflake } from '../../types/type-tools.js';

/** Texts that a game keeps with a lobby or a member: at most 25 of 1,024 characters. */
export type LobbyMetadata = Readonly<Record<string, string>>;

/** A lobby. */
export interface Lobby {
  readonly id: Snowflake;
  readonly application_id: Snowflake;
  readonly metadata: LobbyMetadata | null;
  readonly members: LobbyMember[];
  readonly linked_channel?: APIGuildChannel;
  readonly flags: number;
  readonly override_event_webhooks_url?: string | null;
}

/** Somebody in a lobby. */
export interface LobbyMember {
  readonly id: Snowflake;
  readonly metadata: LobbyMetadata | null;
  readonly flags: number;
  readonly additional_name?: string;
}

/** What a lobby is created with, or changed to. */
export interface CreateLobbyBody {
  /** Seconds without members after which it is shut down: 5 to 604,800. */
  readonly idle_timeout_seconds?: number | null;
  readonly metadata?: LobbyMetadata | null;
  readonly members?:
    | readonly (Omit<LobbyMemberBody, 'additional_name'> & { readonly id: Snowflake })[]
    | null;
  readonly flags?: number | null;
  readonly override_event_webhooks_url?: string | null;
}

/** What a lobby is joined with. */
export interface JoinLobbyBody {
  /** At most 250 characters; everybody who knows it is in the same lobby. */
  readonly secret: string;
  /** Seconds without members after which it is shut down: 5 to 604,800. */
  readonly idle_timeout_seconds?: number | null;
  readonly lobby_metadata?: LobbyMetadata | null;
  readonly member_metadata?: LobbyMetadata | null;
  readonly flags?: number | null;
}

/** Membership as it is set. */
export interface LobbyMemberBody {
  readonly metadata?: LobbyMetadata | null;
  /** 1: may link channels. */
  readonly flags?: number | null;
  readonly additional_name?: string | null;
}

/** One of many memberships that are changed at once. */
export interface LobbyMemberUpdate extends LobbyMemberBody {
  readonly id: Snowflake;
  readonly remove_member?: boolean | null;
}

/** Channel to be linked; none unlinks. */
export interface LobbyChannelLinkBody {
  readonly channel_id?: Snowflake | null;
}

/** Invite to a linked channel's guild. */
export interface LobbyInvite {
  readonly code: string;
}

/** Which messages of a lobby are asked for. */
export interface LobbyMessagesQuery {
  /** 1 to 200. */
  readonly limit?: number;
}

/** Message in a lobby. */
export interface LobbyMessage {
  readonly id: Snowflake;
  readonly type: number;
  readonly content: string;
  readonly lobby_id: Snowflake;
  readonly channel_id: Snowflake;
  readonly author: APIUser;
  readonly metadata?: LobbyMetadata;
  readonly moderation_metadata?: LobbyMetadata;
  readonly flags: number;
  readonly application_id?: Snowflake;
}

/** Message to be sent in a lobby. */
export type LobbyMessageBody = RESTPostAPIChannelMessageJSONBody;

/** What a game's moderation notes of a message. */
export type EditLobbyMessageMetadataBody = LobbyMetadata;
