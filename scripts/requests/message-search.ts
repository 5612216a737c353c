import {
  MessageSearchAuthorType,
  MessageSearchEmbedType,
  MessageSearchHasType,
  MessageSearchSortMode,
} from 'discord-api-types/v10';
import type { Rest } from '../../src/rest/rest.js';
import { ID } from './sample-values.js';

/** Every method of `rest.messageSearch`, with every option. */
export function callMessageSearch({ messageSearch }: Rest): readonly Promise<unknown>[] {
  return [
    messageSearch.search(ID, {
      sort_by: MessageSearchSortMode.Relevance,
      sort_order: 'asc',
      content: 'xxx',
      slop: 1,
      author_id: [ID],
      author_type: [MessageSearchAuthorType.User],
      mentions: [ID],
      mentions_role_id: [ID],
      replied_to_user_id: [ID],
      replied_to_message_id: [ID],
      mention_everyone: true,
      min_id: ID,
      max_id: ID,
      limit: 1,
      offset: 1,
      has: [MessageSearchHasType.Image],
      link_hostname: ['xxx'],
      embed_provider: ['xxx'],
      embed_type: [MessageSearchEmbedType.Image],
      attachment_extension: ['xxx'],
      attachment_filename: ['xxx'],
      pinned: true,
      include_nsfw: true,
      channel_id: [ID],
    }),
  ];
}
