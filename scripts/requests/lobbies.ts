import type { Rest } from '../../src/rest/rest.js';
import { ATTACHMENTS, COMPONENTS, EMBEDS, ID, MENTIONS, POLL } from './sample-values.js';

/** Every method of `rest.lobbies`, with every option. */
export function callLobbies({ lobbies }: Rest): readonly Promise<unknown>[] {
  return [
    lobbies.create(),
    lobbies.create({
      idle_timeout_seconds: 5,
      members: [{ id: ID, metadata: { key: 'value' }, flags: 1 }],
      metadata: { key: 'value' },
      flags: 1,
      override_event_webhooks_url: 'https://example.com',
    }),
    lobbies.createOrJoin({
      idle_timeout_seconds: 5,
      lobby_metadata: { key: 'value' },
      member_metadata: { key: 'value' },
      secret: 'xxx',
      flags: 1,
    }),
    lobbies.get(ID),
    lobbies.edit(ID, {
      idle_timeout_seconds: 5,
      metadata: { key: 'value' },
      members: [{ id: ID, metadata: { key: 'value' }, flags: 1 }],
      flags: 1,
      override_event_webhooks_url: 'https://example.com',
    }),
    lobbies.delete(ID),
    lobbies.addMember(ID, ID, { metadata: { key: 'value' }, flags: 1, additional_name: 'xxx' }),
    lobbies.updateMembers(ID, [
      { id: ID, metadata: { key: 'value' }, flags: 1, remove_member: true, additional_name: 'xxx' },
    ]),
    lobbies.removeMember(ID, ID),
    lobbies.leave(ID),
    lobbies.linkChannel(ID, { channel_id: ID }),
    lobbies.createInvite(ID, ID),
    lobbies.createOwnInvite(ID),
    lobbies.listMessages(ID, { limit: 1 }),
    lobbies.createMessage(ID, {
      content: 'xxx',
      embeds: EMBEDS,
      allowed_mentions: MENTIONS,
      sticker_ids: [ID],
      components: COMPONENTS,
      flags: 1,
      attachments: ATTACHMENTS,
      poll: POLL,
      shared_client_theme: { colors: ['xxxxxx'], gradient_angle: 1, base_mix: 1, base_theme: 0 },
      message_reference: { guild_id: ID, channel_id: ID, message_id: ID, fail_if_not_exists: true, type: 0 },
      nonce: 1,
      enforce_nonce: true,
      tts: true,
    }),
    lobbies.editMessageMetadata(ID, ID, { key: 'value' }),
  ];
}
