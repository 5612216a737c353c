/** Bodies that make or change messages. @see https://docs.discord.com/developers/resources/message#create-message */
import { MessageFlags as F } from 'discord-api-types/v10';
import { guildThings } from '../../world/guild-record.js';
import type { AllowedMentions, MessageDraft } from '../../world/message-draft.js';
import { PARSE_ALL_MENTIONS } from '../../world/message-draft.js';
import type { AttachmentRecord, MessageRecord } from '../../world/message-record.js';
import type { World } from '../../world/world.js';
import { ApiFailure } from '../api-failure.js';
import type { Form } from '../form.js';
import { attachMedia } from './attached-media.js';
import { readAttachments } from './attachment-form.js';
import { readMessageComponents } from './component-form.js';
import { readEmbeds } from './embed-form.js';
import type { MessageRules } from './message-rules.js';
import { readPoll } from './poll-form.js';

/** Flags of ordinary messages; interactions add {@link F.Ephemeral}. */
export const SETTABLE_FLAGS =
  F.SuppressEmbeds | F.SuppressNotifications | F.IsVoiceMessage | F.IsComponentsV2;

const V2_FORBIDDEN = ['content', 'embeds', 'poll', 'sticker_ids'] as const;

/** Reads the body of a new message; throws everything that is wrong with it. */
export function readNewMessage(form: Form, rules: MessageRules): MessageDraft {
  const flags = (form.integer('flags', { min: 0 }) ?? 0) & rules.allowedFlags;
  const isV2 = (flags & F.IsComponentsV2) !== 0;
  if (isV2) refuseLegacyFields(form);
  const draft: MessageDraft = {
    content: form.string('content', { max: 2000 }) ?? '',
    embeds: readEmbeds(form) ?? [],
    components: readMessageComponents(form, isV2) ?? [],
    attachments: readAttachments(form, rules) ?? [],
    flags,
    tts: form.boolean('tts') ?? false,
    allowedMentions: readAllowedMentions(form, rules.defaultMentions ?? PARSE_ALL_MENTIONS),
    nonce: readNonce(form),
    poll: readPoll(form.object('poll'), rules.world),
    stickerItems: readStickers(form, rules.world),
  };
  attachMedia(form, draft.components, draft.attachments);
  if (flags & F.IsVoiceMessage) checkVoiceMessage(form, draft);
  form.check();
  if (!rules.mayBeEmpty && isEmpty(draft)) throw new ApiFailure(400, 50006, 'Cannot send an empty message');
  return draft;
}

/** Reads the body of an edit: only the keys that are there. */
export function readMessageEdit(
  form: Form,
  rules: MessageRules & { readonly edited: MessageRecord },
): Partial<MessageDraft> {
  const { edited } = rules;
  const editable = F.SuppressEmbeds | F.IsComponentsV2;
  const asked = form.integer('flags', { min: 0 });
  const keptV2 = edited.flags & F.IsComponentsV2;
  const flags =
    asked === undefined ? edited.flags : (edited.flags & ~F.SuppressEmbeds) | (asked & editable) | keptV2;
  const isV2 = (flags & F.IsComponentsV2) !== 0;
  if (isV2) refuseLegacyFields(form);
  if (isV2 && keptV2 === 0) refuseKeptLegacyFields(form, edited);
  const attachments = readAttachments(form, rules);
  const poll = readPoll(form.object('poll'), rules.world);
  const draft: Partial<MessageDraft> = {
    ...(form.has('content') ? { content: form.string('content', { max: 2000 }) ?? '' } : {}),
    ...(form.has('embeds') ? { embeds: readEmbeds(form) ?? [] } : {}),
    ...(form.has('components') ? { components: readMessageComponents(form, isV2) ?? [] } : {}),
    ...(attachments ? { attachments } : {}),
    ...(poll ? { poll } : {}),
    flags,
    ...(form.has('content') || form.has('allowed_mentions')
      ? { allowedMentions: readAllowedMentions(form, rules.defaultMentions ?? PARSE_ALL_MENTIONS) }
      : {}),
  };
  attachMedia(form, draft.components ?? [], attachments ?? edited.attachments);
  form.check();
  if (isEmpty({ ...draftOf(edited), ...draft }))
    throw new ApiFailure(400, 50006, 'Cannot send an empty message');
  return draft;
}

/** Reads `allowed_mentions`. */
export function readAllowedMentions(form: Form, fallback: AllowedMentions): AllowedMentions {
  const inner = form.object('allowed_mentions');
  if (!inner) return fallback;
  const parse = inner.strings('parse') ?? [];
  const users = inner.strings('users', { max: 100 }) ?? [];
  const roles = inner.strings('roles', { max: 100 }) ?? [];
  for (const [kind, ids] of [
    ['users', users],
    ['roles', roles],
  ] as const) {
    if (parse.includes(kind) && ids.length > 0) {
      inner.fail(
        undefined,
        'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
        `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
      );
    }
  }
  return { parse, users, roles, repliedUser: inner.boolean('replied_user') ?? false };
}

function refuseLegacyFields(form: Form): void {
  for (const key of V2_FORBIDDEN) {
    const value = form.raw(key);
    const isEmptyValue =
      value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
    if (!isEmptyValue) refuseLegacyField(form, key);
  }
}

/** An edit that turns a message into components alone has to empty what it had. */
function refuseKeptLegacyFields(form: Form, { content, embeds, poll, stickerItems }: MessageRecord): void {
  if (content !== '' && !form.has('content')) refuseLegacyField(form, 'content');
  if (embeds.length > 0 && !form.has('embeds')) refuseLegacyField(form, 'embeds');
  if (poll && !form.has('poll')) refuseLegacyField(form, 'poll');
  if (stickerItems?.length && !form.has('sticker_ids')) refuseLegacyField(form, 'sticker_ids');
}

function refuseLegacyField(form: Form, key: (typeof V2_FORBIDDEN)[number]): void {
  form.fail(
    key,
    'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    `The '${key}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
  );
}

/** A voice message is one recording with its length and waveform, and nothing else. */
function checkVoiceMessage(form: Form, draft: MessageDraft): void {
  const [recording, ...others] = draft.attachments;
  const isAlone = draft.content === '' && draft.embeds.length === 0 && draft.components.length === 0;
  if (!recording || others.length > 0 || !isAlone)
    form.fail(
      'flags',
      'VOICE_MESSAGE_INVALID_CONTENT',
      'Voice messages have one attachment and nothing else.',
    );
  else if (recording.duration_secs === undefined || recording.waveform === undefined)
    form.fail('attachments', 'VOICE_MESSAGE_METADATA', 'Voice messages need duration_secs and waveform.');
}

function readNonce(form: Form): string | number | undefined {
  const nonce = form.raw('nonce');
  if (typeof nonce === 'number') return nonce;
  return form.string('nonce', { max: 25 });
}

function readStickers(form: Form, world: World): MessageDraft['stickerItems'] {
  return form.strings('sticker_ids', { max: 3 })?.flatMap((id) => {
    for (const guild of world.guilds.values()) {
      const sticker = guildThings(guild, 'stickers').get(id);
      if (sticker)
        return [{ id, name: String(sticker['name']), format_type: Number(sticker['format_type'] ?? 1) }];
    }
    form.fail('sticker_ids', 'STICKER_UNKNOWN', 'Unknown sticker');
    return [];
  });
}

function isEmpty(
  draft: Pick<MessageDraft, 'content' | 'embeds' | 'components' | 'attachments' | 'poll' | 'stickerItems'>,
): boolean {
  return (
    draft.content.trim() === '' &&
    draft.embeds.length === 0 &&
    draft.components.length === 0 &&
    draft.attachments.length === 0 &&
    !draft.poll &&
    !draft.stickerItems?.length
  );
}

function draftOf(
  message: MessageRecord,
): Pick<MessageDraft, 'content' | 'embeds' | 'components' | 'attachments' | 'poll' | 'stickerItems'> {
  const attachments: readonly AttachmentRecord[] = message.attachments;
  const { content, embeds, components, poll, stickerItems } = message;
  return { content, embeds, components, attachments, poll, stickerItems };
}
