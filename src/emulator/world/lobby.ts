/** Lobbies of games. @see https://docs.discord.com/developers/resources/lobby */
import type { Snowflake } from '../../types/type-tools.js';
import type { World } from './world.js';

/** Bit of members who may link a channel to the lobby. */
export const CAN_LINK_LOBBY = 1;

/** Texts by key, as games attach them to things. */
export type LobbyMetadata = Readonly<Record<string, string>>;

/** Member of a lobby. */
export interface LobbyMemberRecord {
  readonly id: Snowflake;
  metadata: LobbyMetadata | null;
  flags: number;
  additional_name?: string;
}

/** Message in a lobby. */
export interface LobbyMessageRecord {
  readonly id: Snowflake;
  readonly type: 0;
  readonly content: string;
  readonly lobby_id: Snowflake;
  readonly channel_id: Snowflake;
  readonly author: object;
  readonly flags: number;
  readonly application_id: Snowflake;
  moderation_metadata?: LobbyMetadata;
}

/** Lobby with everything in it. */
export interface LobbyRecord {
  readonly id: Snowflake;
  readonly applicationId: Snowflake;
  /** Secret by which clients find it. */
  readonly secret?: string;
  metadata: LobbyMetadata | null;
  flags: number;
  webhooksUrl: string | null;
  linkedChannelId: Snowflake | undefined;
  readonly members: Map<Snowflake, LobbyMemberRecord>;
  readonly messages: LobbyMessageRecord[];
}

/** All lobbies by id. */
export function lobbiesOf(world: World): Map<Snowflake, LobbyRecord> {
  return world.thingsOf<LobbyRecord>('lobbies');
}

/** Makes an empty lobby. */
export function makeLobby(world: World, applicationId: Snowflake, secret?: string): LobbyRecord {
  const lobby: LobbyRecord = {
    id: world.ids.next(),
    applicationId,
    ...(secret === undefined ? {} : { secret }),
    metadata: null,
    flags: 0,
    webhooksUrl: null,
    linkedChannelId: undefined,
    members: new Map(),
    messages: [],
  };
  lobbiesOf(world).set(lobby.id, lobby);
  return lobby;
}

/** Lobby as Discord sends it. */
export function toWireLobby(world: World, lobby: LobbyRecord): Record<string, unknown> {
  const channel = lobby.linkedChannelId === undefined ? undefined : world.channels.get(lobby.linkedChannelId);
  return {
    id: lobby.id,
    application_id: lobby.applicationId,
    metadata: lobby.metadata,
    members: [...lobby.members.values()],
    flags: lobby.flags,
    override_event_webhooks_url: lobby.webhooksUrl,
    ...(channel ? { linked_channel: channel.data } : {}),
  };
}
