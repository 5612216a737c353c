import type { Rest } from '../../src/rest/rest.js';
import { ATTACHMENTS, COMPONENTS, EMBEDS, ID, MENTIONS, POLL, REASON, TIME } from './sample-values.js';

/** Every method of `rest.threads`, with every option. */
export function callThreads({ threads }: Rest): readonly Promise<unknown>[] {
  return [
    threads.createFromMessage(
      ID,
      ID,
      { name: 'xxx', auto_archive_duration: 60, rate_limit_per_user: 1 },
      REASON,
    ),
    threads.create(
      ID,
      { name: 'xxx', auto_archive_duration: 60, rate_limit_per_user: 1, type: 10, invitable: true },
      REASON,
    ),
    threads.createInForum(
      ID,
      {
        name: 'xxx',
        auto_archive_duration: 60,
        rate_limit_per_user: 1,
        applied_tags: [ID],
        message: {
          content: 'xxx',
          embeds: EMBEDS,
          allowed_mentions: MENTIONS,
          sticker_ids: [ID],
          components: COMPONENTS,
          flags: 1,
          attachments: ATTACHMENTS,
          poll: POLL,
          shared_client_theme: { colors: ['xxxxxx'], gradient_angle: 1, base_mix: 1, base_theme: 0 },
        },
      },
      REASON,
    ),
    threads.join(ID),
    threads.addMember(ID, ID),
    threads.leave(ID),
    threads.removeMember(ID, ID),
    threads.getMember(ID, ID, { with_member: true }),
    threads.listMembers(ID, { with_member: true, limit: 1, after: ID }),
    threads.listPublicArchived(ID, { before: TIME, limit: 2 }),
    threads.listPrivateArchived(ID, { before: TIME, limit: 2 }),
    threads.listJoinedPrivateArchived(ID, { before: ID, limit: 2 }),
  ];
}
