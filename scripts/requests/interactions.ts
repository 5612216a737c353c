import type { RESTPostAPIInteractionCallbackJSONBody } from 'discord-api-types/v10';
import { ComponentType, InteractionResponseType } from 'discord-api-types/v10';
import type { Rest } from '../../src/rest/rest.js';
import { ATTACHMENTS, COMPONENTS, EMBEDS, ID, MENTIONS, POLL } from './sample-values.js';

/** Every method of `rest.interactions`, with every option. */
export function callInteractions({ interactions }: Rest): readonly Promise<unknown>[] {
  return [
    ...answers(interactions),
    interactions.getOriginalResponse(ID, 'token', { thread_id: ID }),
    interactions.editOriginalResponse(
      ID,
      'token',
      {
        content: 'xxx',
        embeds: EMBEDS,
        allowed_mentions: MENTIONS,
        components: COMPONENTS,
        attachments: ATTACHMENTS,
        poll: POLL,
        flags: 1,
      },
      { thread_id: ID, with_components: true },
    ),
    interactions.deleteOriginalResponse(ID, 'token', { thread_id: ID }),
    interactions.createFollowup(ID, 'token', {
      content: 'xxx',
      embeds: EMBEDS,
      allowed_mentions: MENTIONS,
      components: COMPONENTS,
      attachments: ATTACHMENTS,
      poll: POLL,
      tts: true,
      flags: 1,
    }),
    interactions.createFollowup(ID, 'token', {
      content: 'xxx',
      embeds: EMBEDS,
      allowed_mentions: MENTIONS,
      components: COMPONENTS,
      attachments: ATTACHMENTS,
      poll: POLL,
      flags: 1,
    }),
    interactions.getFollowup(ID, 'token', ID, { thread_id: ID }),
    interactions.editFollowup(
      ID,
      'token',
      ID,
      {
        content: 'xxx',
        embeds: EMBEDS,
        allowed_mentions: MENTIONS,
        components: COMPONENTS,
        attachments: ATTACHMENTS,
        poll: POLL,
        flags: 1,
      },
      { thread_id: ID, with_components: true },
    ),
    interactions.deleteFollowup(ID, 'token', ID, { thread_id: ID }),
  ];
}

function answers(interactions: Rest['interactions']): readonly Promise<unknown>[] {
  const data = {
    content: 'xxx',
    embeds: EMBEDS,
    allowed_mentions: MENTIONS,
    components: COMPONENTS,
    attachments: ATTACHMENTS,
    poll: POLL,
    tts: true,
    flags: 1,
  };
  const choices = [{ name: 'xxx', name_localizations: { de: 'xxx' }, value: 'xxx' }];
  const input = { type: ComponentType.TextInput, style: 1, custom_id: 'xxx', label: 'xxx' } as const;
  const row = { type: ComponentType.ActionRow, components: [input] } as const;
  const modal = { custom_id: 'xxx', title: 'xxx', components: [{ ...row, components: [input] }] };
  const bodies: RESTPostAPIInteractionCallbackJSONBody[] = [
    { type: InteractionResponseType.Pong },
    { type: InteractionResponseType.ChannelMessageWithSource, data },
    { type: InteractionResponseType.DeferredChannelMessageWithSource, data: { flags: 64 } },
    { type: InteractionResponseType.DeferredMessageUpdate },
    { type: InteractionResponseType.UpdateMessage, data: { content: 'xxx', embeds: EMBEDS } },
    { type: InteractionResponseType.ApplicationCommandAutocompleteResult, data: { choices } },
    { type: InteractionResponseType.Modal, data: modal },
    { type: InteractionResponseType.LaunchActivity },
  ];
  return bodies.map((body) => interactions.createResponse(ID, 'token', body, { withResponse: true }));
}
