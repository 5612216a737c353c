/** Fields of channels. @see https://docs.discord.com/developers/resources/channel#modify-channel */
import type { ChannelData, ForumTagRecord, OverwriteRecord } from '../../world/channel-record.js';
import type { World } from '../../world/world.js';
import type { Form } from '../form.js';

const VOICE: readonly number[] = [2, 13];
const FORUM: readonly number[] = [15, 16];

/** Reads what a body says about a channel of that type; the caller checks the form. */
export function readChannelFields(form: Form, type: number, world: World): Partial<ChannelData> {
  const isForum = FORUM.includes(type);
  const fields = {
    name: form.string('name', { min: 1, max: 100 }),
    position: form.integer('position', { min: 0 }),
    topic: nullable(form, 'topic', () => form.string('topic', { max: isForum ? 4096 : 1024 })),
    nsfw: form.boolean('nsfw'),
    parent_id: nullable(form, 'parent_id', () => form.snowflake('parent_id')),
    rate_limit_per_user: form.integer('rate_limit_per_user', { min: 0, max: 21_600 }),
    permission_overwrites: readOverwrites(form),
    default_auto_archive_duration: form.integer('default_auto_archive_duration', {
      oneOf: [60, 1440, 4320, 10_080],
    }),
    default_thread_rate_limit_per_user: form.integer('default_thread_rate_limit_per_user', {
      min: 0,
      max: 21_600,
    }),
    flags: form.integer('flags', { min: 0 }),
    ...(VOICE.includes(type) ? readVoice(form, type) : {}),
    ...(isForum ? readForum(form, world) : {}),
  };
  const read = Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Partial<ChannelData>;
  if (read.name !== undefined && [0, 5, 15, 16].includes(type)) read.name = toChannelName(read.name);
  return read;
}

/** Text channels have names in lower case with dashes. */
function toChannelName(name: string): string {
  return name.trim().toLowerCase().replace(/\s+/g, '-');
}

function readVoice(form: Form, type: number): Partial<Record<keyof ChannelData, unknown>> {
  return {
    bitrate: form.integer('bitrate', { min: 8000, max: type === 13 ? 64_000 : 96_000 }),
    user_limit: form.integer('user_limit', { min: 0, max: type === 13 ? 10_000 : 99 }),
    rtc_region: nullable(form, 'rtc_region', () => form.string('rtc_region')),
    video_quality_mode: form.integer('video_quality_mode', { oneOf: [1, 2] }),
  };
}

function readForum(form: Form, world: World): Partial<Record<keyof ChannelData, unknown>> {
  return {
    available_tags: form.list('available_tags', { max: 20 })?.map(
      (tag): ForumTagRecord => ({
        id: tag.snowflake('id') ?? world.ids.next(),
        name: tag.string('name', { required: true, min: 1, max: 50 }) ?? '',
        moderated: tag.boolean('moderated') ?? false,
        emoji_id: tag.snowflake('emoji_id') ?? null,
        emoji_name: tag.string('emoji_name') ?? null,
      }),
    ),
    default_reaction_emoji: form.isNull('default_reaction_emoji')
      ? null
      : toReaction(form.object('default_reaction_emoji')),
    default_sort_order: nullable(form, 'default_sort_order', () =>
      form.integer('default_sort_order', { oneOf: [0, 1] }),
    ),
    default_forum_layout: form.integer('default_forum_layout', { oneOf: [0, 1, 2] }),
  };
}

function toReaction(form: Form | undefined): ChannelData['default_reaction_emoji'] {
  return (
    form && { emoji_id: form.snowflake('emoji_id') ?? null, emoji_name: form.string('emoji_name') ?? null }
  );
}

function readOverwrites(form: Form): OverwriteRecord[] | undefined {
  return form.list('permission_overwrites', { max: 100 })?.map((overwrite) => ({
    id: overwrite.snowflake('id', { required: true }) ?? '',
    type: (overwrite.integer('type', { oneOf: [0, 1] }) ?? 0) as 0 | 1,
    allow: overwrite.bits('allow') ?? '0',
    deny: overwrite.bits('deny') ?? '0',
  }));
}

function nullable<T>(form: Form, key: string, read: () => T | undefined): T | null | undefined {
  return form.isNull(key) ? null : read();
}
