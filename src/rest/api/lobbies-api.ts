import type { Snowflake } from '../../types/type-tools.js';
import type { CallOptions, FileOptions } from '../request-options.js';
import { DELETE, GET, PATCH, POST, PUT } from '../transport/route.js';
import type {
  CreateLobbyBody,
  EditLobbyMessageMetadataBody,
  JoinLobbyBody,
  Lobby,
  LobbyChannelLinkBody,
  LobbyInvite,
  LobbyMember,
  LobbyMemberBody,
  LobbyMemberUpdate,
  LobbyMessage,
  LobbyMessageBody,
  LobbyMessagesQuery,
} from './lobby-wire.js';
import { Resource } from './resource.js';

/** Lobbies of games. @see https://docs.discord.com/developers/resources/lobby */
export class LobbiesApi extends Resource {
  /**
   * Creates a lobby.
   *
   * @see https://docs.discord.com/developers/resources/lobby#create-lobby
   */
  create(body: CreateLobbyBody = {}, options?: CallOptions): Promise<Lobby> {
    return this.requester.request(POST`/lobbies`, { ...options, body });
  }

  /**
   * Joins the lobby of a secret, creating it if need be; needs a Bearer token.
   *
   * @see https://docs.discord.com/developers/resources/lobby#create-or-join-lobby
   */
  createOrJoin(body: JoinLobbyBody, options?: CallOptions): Promise<Lobby> {
    return this.requester.request(PUT`/lobbies`, { ...options, body });
  }

  /**
   * A lobby.
   *
   * @see https://docs.discord.com/developers/resources/lobby#get-lobby
   */
  get(lobbyId: Snowflake, options?: CallOptions): Promise<Lobby> {
    return this.requester.request(GET`/lobbies/${lobbyId}`, options);
  }

  /**
   * Changes a lobby; only what is given.
   *
   * @see https://docs.discord.com/developers/resources/lobby#modify-lobby
   */
  edit(lobbyId: Snowflake, body: CreateLobbyBody, options?: CallOptions): Promise<Lobby> {
    return this.requester.request(PATCH`/lobbies/${lobbyId}`, { ...options, body });
  }

  /**
   * Deletes a lobby.
   *
   * @see https://docs.discord.com/developers/resources/lobby#delete-lobby
   */
  delete(lobbyId: Snowflake, options?: CallOptions): Promise<void> {
    return this.requester.request(DELETE`/lobbies/${lobbyId}`, options);
  }

  /**
   * Adds somebody to a lobby, or changes their membership.
   *
   * @see https://docs.discord.com/developers/resources/lobby#add-a-member-to-a-lobby
   */
  addMember(
    lobbyId: Snowflake,
    userId: Snowflake,
    body: LobbyMemberBody,
    options?: CallOptions,
  ): Promise<LobbyMember> {
    return this.requester.request(PUT`/lobbies/${lobbyId}/members/${userId}`, { ...options, body });
  }

  /**
   * Adds, changes and removes up to 25 members at once.
   *
   * @see https://docs.discord.com/developers/resources/lobby#bulk-update-lobby-members
   */
  updateMembers(
    lobbyId: Snowflake,
    body: readonly LobbyMemberUpdate[],
    options?: CallOptions,
  ): Promise<LobbyMember[]> {
    return this.requester.request(POST`/lobbies/${lobbyId}/members/bulk`, {
      ...options,
      body,
      isRepeatable: true,
    });
  }

  /**
   * Removes somebody from a lobby.
   *
   * @see https://docs.discord.com/developers/resources/lobby#remove-a-member-from-a-lobby
   */
  removeMember(lobbyId: Snowflake, userId: Snowflake, options?: CallOptions): Promise<void> {
    return this.requester.request(DELETE`/lobbies/${lobbyId}/members/${userId}`, options);
  }

  /**
   * Removes the token's user from a lobby; needs a Bearer token.
   *
   * @see https://docs.discord.com/developers/resources/lobby#leave-lobby
   */
  leave(lobbyId: Snowflake, options?: CallOptions): Promise<void> {
    return this.requester.request(DELETE`/lobbies/${lobbyId}/members/@me`, options);
  }

  /**
   * Links a channel to a lobby, or unlinks it when none is given; needs a Bearer token.
   *
   * @see https://docs.discord.com/developers/resources/lobby#link-channel-to-lobby
   */
  linkChannel(lobbyId: Snowflake, body: LobbyChannelLinkBody, options?: CallOptions): Promise<Lobby> {
    return this.requester.request(PATCH`/lobbies/${lobbyId}/channel-linking`, { ...options, body });
  }

  /**
   * Creates an invite for a member to the guild of the linked channel.
   *
   * @see https://docs.discord.com/developers/resources/lobby#create-channel-invite-for-user
   */
  createInvite(lobbyId: Snowflake, userId: Snowflake, options?: CallOptions): Promise<LobbyInvite> {
    return this.requester.request(POST`/lobbies/${lobbyId}/members/${userId}/invites`, options);
  }

  /**
   * Creates an invite for the token's user to the guild of the linked channel; needs a Bearer token.
   *
   * @see https://docs.discord.com/developers/resources/lobby#create-channel-invite-for-self
   */
  createOwnInvite(lobbyId: Snowflake, options?: CallOptions): Promise<LobbyInvite> {
    return this.requester.request(POST`/lobbies/${lobbyId}/members/@me/invites`, options);
  }

  /**
   * Latest messages of a lobby.
   *
   * @see https://docs.discord.com/developers/resources/lobby#get-lobby-messages
   */
  listMessages(
    lobbyId: Snowflake,
    query?: LobbyMessagesQuery,
    options?: CallOptions,
  ): Promise<LobbyMessage[]> {
    return this.requester.request(GET`/lobbies/${lobbyId}/messages`, { ...options, query });
  }

  /**
   * Sends a message in a lobby; needs a Bearer token.
   *
   * @see https://docs.discord.com/developers/resources/lobby#send-lobby-message
   */
  createMessage(lobbyId: Snowflake, body: LobbyMessageBody, options?: FileOptions): Promise<LobbyMessage> {
    return this.requester.request(POST`/lobbies/${lobbyId}/messages`, { ...options, body });
  }

  /**
   * Sets what a game's moderation notes of a message: at most five texts.
   *
   * @see https://docs.discord.com/developers/resources/lobby#update-lobby-message-moderation-metadata
   */
  editMessageMetadata(
    lobbyId: Snowflake,
    messageId: Snowflake,
    body: EditLobbyMessageMetadataBody,
    options?: CallOptions,
  ): Promise<void> {
    return this.requester.request(PUT`/lobbies/${lobbyId}/messages/${messageId}/moderation-metadata`, {
      ...options,
      body,
    });
  }
}
