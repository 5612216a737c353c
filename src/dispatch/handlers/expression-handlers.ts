import type {
  APIEmoji,
  APISticker,
  GatewayGuildEmojisUpdateDispatchData,
  GatewayGuildSoundboardSoundDeleteDispatchData,
  GatewayGuildSoundboardSoundsUpdateDispatchData,
  GatewayGuildSoundboardSoundUpdateDispatchData,
  GatewayGuildStickersUpdateDispatchData,
} from 'discord-api-types/v10';
import { GuildEmoji } from '../../models/guild-emoji.js';
import { GuildSticker } from '../../models/guild-sticker.js';
import type { ModelHost } from '../../models/host.js';
import type { RecordOrigin } from '../../models/live-model.js';
import type { SoundRecord } from '../../models/records.js';
import { SoundboardSound } from '../../models/soundboard-sound.js';
import { copyIfHeard } from '../copy-if-heard.js';
import { diffRecords } from '../diff-records.js';
import type { DispatchContext } from '../dispatch-context.js';
import { dropRecord, keepRecord } from '../keep-record.js';

/** Emojis of a guild changed; all of them come. */
export function onGuildEmojisUpdate(
  context: DispatchContext,
  data: GatewayGuildEmojisUpdateDispatchData,
): void {
  const { guild_id: guildId, emojis } = data;
  const make = (host: ModelHost, emoji: APIEmoji, origin?: RecordOrigin): GuildEmoji =>
    new GuildEmoji(host, guildId, emoji, origin);
  const change = diffRecords(context, 'emoji', guildId, emojis as (APIEmoji & { id: string })[]);
  context.emit('guildEmojisUpdate', (host) => [
    host.models.guildRef(guildId),
    emojis.map((emoji) => make(host, emoji)),
  ]);
  for (const emoji of change.created) context.emit('emojiCreate', (host) => [make(host, emoji)]);
  for (const emoji of change.deleted) context.emit('emojiDelete', (host) => [make(host, emoji)]);
  for (const [before, after] of change.updated) {
    context.emit('emojiUpdate', (host) => [make(host, before, 'past'), make(host, after)]);
  }
}

/** Stickers of a guild changed; all of them come. */
export function onGuildStickersUpdate(
  context: DispatchContext,
  data: GatewayGuildStickersUpdateDispatchData,
): void {
  const { guild_id: guildId, stickers } = data;
  const make = (host: ModelHost, sticker: APISticker, origin?: RecordOrigin): GuildSticker =>
    new GuildSticker(host, guildId, sticker, origin);
  const change = diffRecords(context, 'sticker', guildId, stickers);
  context.emit('guildStickersUpdate', (host) => [
    host.models.guildRef(guildId),
    stickers.map((sticker) => make(host, sticker)),
  ]);
  for (const sticker of change.created) context.emit('stickerCreate', (host) => [make(host, sticker)]);
  for (const sticker of change.deleted) context.emit('stickerDelete', (host) => [make(host, sticker)]);
  for (const [before, after] of change.updated) {
    context.emit('stickerUpdate', (host) => [make(host, before, 'past'), make(host, after)]);
  }
}

/** Sound was added to a guild. */
export function onSoundCreate(context: DispatchContext, data: SoundRecord): void {
  const record = keepRecord(context, 'sound', data.guild_id ?? '', data.sound_id, data);
  context.emit('guildSoundboardSoundCreate', (host) => [new SoundboardSound(host, record)]);
}

/** Sound of a guild changed. */
export function onSoundUpdate(
  context: DispatchContext,
  data: GatewayGuildSoundboardSoundUpdateDispatchData,
): void {
  const scope = data.guild_id ?? '';
  const before = copyIfHeard(context, 'guildSoundboardSoundUpdate', 'sound', scope, data.sound_id);
  const record = keepRecord(context, 'sound', scope, data.sound_id, data);
  context.emit('guildSoundboardSoundUpdate', (host) => [
    before && new SoundboardSound(host, before, 'past'),
    new SoundboardSound(host, record),
  ]);
}

/** Sound of a guild was deleted. */
export function onSoundDelete(
  context: DispatchContext,
  data: GatewayGuildSoundboardSoundDeleteDispatchData,
): void {
  const { guild_id: guildId, sound_id: soundId } = data;
  const held = dropRecord(context, 'sound', guildId, soundId);
  context.emit('guildSoundboardSoundDelete', (host) => [
    { guildId, soundId, cachedSound: held && new SoundboardSound(host, { guild_id: guildId, ...held }) },
  ]);
}

/** Several sounds of a guild changed. */
export function onSoundsUpdate(
  context: DispatchContext,
  data: GatewayGuildSoundboardSoundsUpdateDispatchData,
): void {
  const records = keepSounds(context, data);
  context.emit('guildSoundboardSoundsUpdate', (host) => [
    records.map((record) => new SoundboardSound(host, record)),
  ]);
}

/** Sounds of a guild came, as they were asked for. */
export function onSoundboardSounds(
  context: DispatchContext,
  data: GatewayGuildSoundboardSoundsUpdateDispatchData,
): void {
  const records = keepSounds(context, data);
  context.emit('soundboardSounds', (host) => [records.map((record) => new SoundboardSound(host, record))]);
}

function keepSounds(
  context: DispatchContext,
  data: GatewayGuildSoundboardSoundsUpdateDispatchData,
): SoundRecord[] {
  return data.soundboard_sounds.map((sound) =>
    keepRecord(context, 'sound', data.guild_id, sound.sound_id, sound),
  );
}
