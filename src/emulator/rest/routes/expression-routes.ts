/** Emojis, stickers and sounds of guilds, and emojis of applications. @see https://docs.discord.com/developers/resources/emoji */
import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import { DEFAULT_SOUNDS, STICKER_PACKS } from '../../world/default-expressions.js';
import type { GuildRecord } from '../../world/guild-record.js';
import { guildThings } from '../../world/guild-record.js';
import { memberGuild, permittedGuild } from '../access.js';
import { unknown } from '../api-failure.js';
import { audit } from '../audit.js';
import { defined } from '../defined.js';
import { readDataUri } from '../forms/image-form.js';
import type { RestCall, Route } from '../rest-call.js';
import { bodyForm, callerOf, param, publicRoute, RestReply, route } from '../rest-call.js';
import { ownApplication } from './command-routes.js';

type Thing = Record<string, unknown>;
type Things = Map<string, Thing>;

const IMAGE = /^image\/(png|jpeg|gif|webp|avif)$/;
const SOUND = /^audio\/(mpeg|ogg|mp3)$/;

export const expressionRoutes: readonly Route[] = [
  ...emojiRoutes('/guilds/:guild/emojis', guildEmojis, (items) => items),
  ...emojiRoutes('/applications/:application/emojis', applicationEmojis, (items) => ({ items })),
  route('GET', '/guilds/:guild/stickers', (call) => [...guildThings(memberGuild(call), 'stickers').values()]),
  route('POST', '/guilds/:guild/stickers', createSticker),
  route('GET', '/guilds/:guild/stickers/:sticker', (call) =>
    find(guildThings(memberGuild(call), 'stickers'), param(call, 'sticker'), 'Sticker'),
  ),
  route('PATCH', '/guilds/:guild/stickers/:sticker', editSticker),
  route('DELETE', '/guilds/:guild/stickers/:sticker', (call) =>
    removeExpression(call, 'stickers', 'sticker', 92),
  ),
  route('GET', '/stickers/:sticker', findAnySticker),
  publicRoute('GET', '/sticker-packs', () => ({ sticker_packs: STICKER_PACKS })),
  route('GET', '/sticker-packs/:pack', (call) => {
    const pack = STICKER_PACKS.find(({ id }) => id === param(call, 'pack'));
    if (!pack) throw unknown('Sticker Pack');
    return pack;
  }),
  route('GET', '/soundboard-default-sounds', () => DEFAULT_SOUNDS),
  route('GET', '/guilds/:guild/soundboard-sounds', (call) => ({
    items: [...guildThings(memberGuild(call), 'soundboard-sounds').values()],
  })),
  route('POST', '/guilds/:guild/soundboard-sounds', createSound),
  route('GET', '/guilds/:guild/soundboard-sounds/:sound', (call) =>
    find(guildThings(memberGuild(call), 'soundboard-sounds'), param(call, 'sound'), 'Sound'),
  ),
  route('PATCH', '/guilds/:guild/soundboard-sounds/:sound', editSound),
  route('DELETE', '/guilds/:guild/soundboard-sounds/:sound', (call) =>
    removeExpression(call, 'soundboard-sounds', 'sound', 132),
  ),
];

function find(things: Things, id: string, kind: Parameters<typeof unknown>[0]): Thing {
  const thing = things.get(id);
  if (!thing) throw unknown(kind);
  return thing;
}

interface EmojiScope {
  readonly emojis: Things;
  readonly guild: GuildRecord | undefined;
}

function guildEmojis(call: RestCall, needed: bigint): EmojiScope {
  const guild = needed === 0n ? memberGuild(call) : permittedGuild(call, needed);
  return { emojis: guildThings(guild, 'emojis'), guild };
}

function applicationEmojis(call: RestCall): EmojiScope {
  ownApplication(call);
  return { emojis: call.world.thingsOf('application-emojis'), guild: undefined };
}

function emojiRoutes(
  path: string,
  scopeOf: (call: RestCall, needed: bigint) => EmojiScope,
  wrap: (items: Thing[]) => unknown,
): Route[] {
  const change = (call: RestCall, scope: EmojiScope, actionType: number, id: string): void => {
    if (!scope.guild) return;
    audit(call, scope.guild, { actionType, targetId: id });
    publishExpressions(call, scope.guild, 'emojis');
  };
  return [
    route('GET', path, (call) => wrap([...scopeOf(call, 0n).emojis.values()])),
    route('GET', `${path}/:emoji`, (call) => find(scopeOf(call, 0n).emojis, param(call, 'emoji'), 'Emoji')),
    route('POST', path, (call) => {
      const scope = scopeOf(call, P.CreateGuildExpressions);
      const form = bodyForm(call);
      const name = form.string('name', { required: true, min: 2, max: 32 });
      if (!form.has('image')) form.fail('image', 'BASE_TYPE_REQUIRED', 'This field is required');
      const image = readDataUri(form, 'image', IMAGE);
      const roles = form.strings('roles') ?? [];
      form.check();
      const id = call.world.ids.next();
      const animated = image?.contentType === 'image/gif';
      if (image) call.world.files.set(`/emojis/${id}.${animated ? 'gif' : 'png'}`, image);
      const emoji = {
        id,
        name,
        roles,
        user: callerOf(call).user,
        require_colons: true,
        managed: false,
        animated,
        available: true,
      };
      scope.emojis.set(id, emoji);
      change(call, scope, 60, id);
      return new RestReply(201, emoji);
    }),
    route('PATCH', `${path}/:emoji`, (call) => {
      const scope = scopeOf(call, P.ManageGuildExpressions);
      const emoji = find(scope.emojis, param(call, 'emoji'), 'Emoji');
      const form = bodyForm(call);
      const changes = defined({
        name: form.string('name', { min: 2, max: 32 }),
        roles: form.isNull('roles') ? [] : form.strings('roles'),
      });
      form.check();
      Object.assign(emoji, changes);
      change(call, scope, 61, String(emoji['id']));
      return emoji;
    }),
    route('DELETE', `${path}/:emoji`, (call) => {
      const scope = scopeOf(call, P.ManageGuildExpressions);
      const emoji = find(scope.emojis, param(call, 'emoji'), 'Emoji');
      scope.emojis.delete(String(emoji['id']));
      change(call, scope, 62, String(emoji['id']));
    }),
  ];
}

function publishExpressions(call: RestCall, guild: GuildRecord, kind: 'emojis' | 'stickers'): void {
  const data = { guild_id: guild.data.id, [kind]: [...guildThings(guild, kind).values()] };
  call.world.publish({
    name: kind === 'emojis' ? 'GUILD_EMOJIS_UPDATE' : 'GUILD_STICKERS_UPDATE',
    data,
    guildId: guild.data.id,
  });
}

function createSticker(call: RestCall): RestReply {
  const guild = permittedGuild(call, P.CreateGuildExpressions);
  const form = bodyForm(call);
  const file = call.files.get('file');
  if (!file) form.fail('file', 'BASE_TYPE_REQUIRED', 'This field is required');
  const name = form.string('name', { required: true, min: 2, max: 30 });
  const tags = form.string('tags', { required: true, max: 200 });
  const description = form.string('description', { max: 100 }) ?? '';
  form.check();
  const id = call.world.ids.next();
  const format = file?.contentType === 'image/gif' ? 4 : 1;
  if (file)
    call.world.files.set(`/stickers/${id}.png`, {
      bytes: file.bytes,
      contentType: file.contentType ?? 'image/png',
    });
  const sticker = {
    id,
    name,
    tags,
    type: 2,
    format_type: format,
    description,
    available: true,
    guild_id: guild.data.id,
    user: callerOf(call).user,
  };
  guildThings(guild, 'stickers').set(id, sticker);
  audit(call, guild, { actionType: 90, targetId: id });
  publishExpressions(call, guild, 'stickers');
  return new RestReply(201, sticker);
}

function editSticker(call: RestCall): unknown {
  const guild = permittedGuild(call, P.ManageGuildExpressions);
  const sticker = find(guildThings(guild, 'stickers'), param(call, 'sticker'), 'Sticker');
  const form = bodyForm(call);
  const name = form.string('name', { min: 2, max: 30 });
  const changes = defined({
    name,
    tags: form.string('tags', { max: 200 }),
    description: form.string('description', { max: 100 }),
  });
  form.check();
  Object.assign(sticker, changes);
  audit(call, guild, { actionType: 91, targetId: String(sticker['id']) });
  publishExpressions(call, guild, 'stickers');
  return sticker;
}

function findAnySticker(call: RestCall): Thing {
  const standard = STICKER_PACKS.flatMap(({ stickers }) => stickers);
  const own = standard.find(({ id }) => id === param(call, 'sticker'));
  if (own) return own;
  for (const guild of call.world.guilds.values()) {
    const sticker = guildThings(guild, 'stickers').get(param(call, 'sticker'));
    if (sticker) return sticker;
  }
  throw unknown('Sticker');
}

function createSound(call: RestCall): RestReply {
  const guild = permittedGuild(call, P.CreateGuildExpressions);
  const form = bodyForm(call);
  const name = form.string('name', { required: true, min: 2, max: 32 });
  if (!form.has('sound')) form.fail('sound', 'BASE_TYPE_REQUIRED', 'This field is required');
  const sound = readDataUri(form, 'sound', SOUND);
  const volume = form.number('volume', { min: 0, max: 1 }) ?? 1;
  const emoji = {
    emoji_id: form.snowflake('emoji_id') ?? null,
    emoji_name: form.string('emoji_name') ?? null,
  };
  form.check();
  const id = call.world.ids.next();
  if (sound) call.world.files.set(`/soundboard-sounds/${id}`, sound);
  const record = {
    name,
    sound_id: id,
    volume,
    ...emoji,
    guild_id: guild.data.id,
    available: true,
    user: callerOf(call).user,
  };
  guildThings(guild, 'soundboard-sounds').set(id, record);
  audit(call, guild, { actionType: 130, targetId: id });
  call.world.publish({ name: 'GUILD_SOUNDBOARD_SOUND_CREATE', data: record, guildId: guild.data.id });
  return new RestReply(201, record);
}

function editSound(call: RestCall): unknown {
  const guild = permittedGuild(call, P.ManageGuildExpressions);
  const sound = find(guildThings(guild, 'soundboard-sounds'), param(call, 'sound'), 'Sound');
  const form = bodyForm(call);
  const changes = defined({
    name: form.string('name', { min: 2, max: 32 }),
    volume: form.number('volume', { min: 0, max: 1 }),
  });
  form.check();
  Object.assign(sound, changes);
  audit(call, guild, { actionType: 131, targetId: String(sound['sound_id']) });
  call.world.publish({ name: 'GUILD_SOUNDBOARD_SOUND_UPDATE', data: sound, guildId: guild.data.id });
  return sound;
}

function removeExpression(
  call: RestCall,
  kind: 'stickers' | 'soundboard-sounds',
  name: string,
  actionType: number,
): undefined {
  const guild = permittedGuild(call, P.ManageGuildExpressions);
  const id = param(call, name);
  find(guildThings(guild, kind), id, kind === 'stickers' ? 'Sticker' : 'Sound');
  guildThings(guild, kind).delete(id);
  audit(call, guild, { actionType, targetId: id });
  if (kind === 'stickers') {
    publishExpressions(call, guild, 'stickers');
    return;
  }
  const data = { sound_id: id, guild_id: guild.data.id };
  call.world.publish({ name: 'GUILD_SOUNDBOARD_SOUND_DELETE', data, guildId: guild.data.id });
}
