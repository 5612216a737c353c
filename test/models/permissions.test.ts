import { describe, expect, it } from '@jest/globals';
import { Intents } from '../../src/events/intents.js';
import type { GuildChannel } from '../../src/models/guild-channel.js';
import { Permissions } from '../../src/models/permissions.js';
import {
  channelPayload,
  guildPayload,
  makeScene,
  memberPayload,
  readyPayload,
  rolePayload,
  selfId,
} from '../dispatch/dispatch-scene.js';

const guildId = '300000000000000000';
const ownerId = '200000000000000001';
const bobId = '200000000000000002';
const modId = '600000000000000001';
const mutedId = '600000000000000002';

const bits = (...names: Parameters<Permissions['with']>[0][]): string =>
  names.reduce<Permissions>((set, name) => set.with(name), Permissions.none()).toJSON();

interface World {
  readonly bob?: object;
  readonly everyone?: string;
  readonly mod?: string;
  readonly channel?: object;
}

function permissionsOfBob({
  bob = {},
  everyone = bits('ViewChannel', 'SendMessages', 'AttachFiles'),
  mod = '0',
  channel = {},
}: World) {
  const scene = makeScene({ intents: Intents.all() });
  scene.send('READY', readyPayload([guildId]));
  scene.send(
    'GUILD_CREATE',
    guildPayload(guildId, {
      roles: [
        rolePayload(guildId, { permissions: everyone }),
        rolePayload(modId, { permissions: mod, position: 2 }),
        rolePayload(mutedId, { position: 1 }),
      ],
      channels: [
        channelPayload('300000000000000005', channel),
        channelPayload('300000000000000006', { type: 11, parent_id: '300000000000000005' }),
      ],
      members: [memberPayload(selfId), memberPayload(ownerId), memberPayload(bobId, bob)],
    }),
  );
  const guild = scene.host.models.guildRef(guildId);
  const member = guild.members.get(bobId)!;
  const inChannel = guild.channels.get('300000000000000005') as GuildChannel;
  const inThread = guild.channels.get('300000000000000006') as GuildChannel;
  return {
    guild,
    member,
    inChannel: inChannel.permissionsFor(member),
    inThread: inThread.permissionsFor(member),
    channel: inChannel,
  };
}

describe('Permissions', () => {
  it('has 52 names, and keeps bits without one', () => {
    expect(Permissions.all().bits).toBe(8_866_461_766_385_663n);
    expect(Permissions.all().toArray()).toHaveLength(52);
    expect(new Permissions(1n << 47n).toJSON()).toBe(String(1n << 47n));
    expect(Permissions.from('junk').bits).toBe(0n);
  });

  it('says what is missing, and lets administrators do everything', () => {
    const set = new Permissions(['KickMembers', 'BanMembers']);
    expect(set.missing(['BanMembers', 'ManageGuild'])).toEqual(['ManageGuild']);
    expect(new Permissions('Administrator').has('ManageGuild')).toBe(true);
    expect(new Permissions('Administrator').has('ManageGuild', { exact: true })).toBe(false);
    expect(() => new Permissions('BanMember' as never)).toThrow("Did you mean 'BanMembers'?");
  });
});

describe('computed permissions', () => {
  it('unites the roles of a member', () => {
    const { member } = permissionsOfBob({ bob: { roles: [modId] }, mod: bits('KickMembers') });
    expect(member.permissions.toArray()).toEqual([
      'KickMembers',
      'ViewChannel',
      'SendMessages',
      'AttachFiles',
    ]);
  });

  it('gives owner and administrators everything', () => {
    const { guild, inChannel } = permissionsOfBob({
      bob: { roles: [modId] },
      mod: bits('Administrator'),
      channel: { permission_overwrites: [{ id: guildId, type: 0, allow: '0', deny: bits('ViewChannel') }] },
    });
    expect(inChannel.equals(Permissions.all())).toBe(true);
    expect(guild.members.get(ownerId)?.permissions.has('BanMembers', { exact: true })).toBe(true);
  });

  it('applies overwrites in order: everyone, roles together, member', () => {
    const overwrites = [
      { id: guildId, type: 0, allow: '0', deny: bits('SendMessages') },
      { id: mutedId, type: 0, allow: '0', deny: bits('AttachFiles', 'AddReactions') },
      { id: modId, type: 0, allow: bits('SendMessages', 'AddReactions'), deny: '0' },
      { id: bobId, type: 1, allow: bits('AttachFiles'), deny: bits('AddReactions') },
    ];
    const { inChannel } = permissionsOfBob({
      bob: { roles: [modId, mutedId] },
      channel: { permission_overwrites: overwrites },
    });
    expect(inChannel.toArray()).toEqual(['ViewChannel', 'SendMessages', 'AttachFiles']);
  });

  it('leaves nothing without seeing the channel, and no files without sending', () => {
    const denied = (name: 'SendMessages' | 'ViewChannel') =>
      permissionsOfBob({
        channel: { permission_overwrites: [{ id: guildId, type: 0, allow: '0', deny: bits(name) }] },
      });
    expect(denied('ViewChannel').inChannel.bits).toBe(0n);
    expect(denied('SendMessages').inChannel.toArray()).toEqual(['ViewChannel']);
  });

  it('leaves nothing in voice without connecting', () => {
    expect(permissionsOfBob({ channel: { type: 2 } }).inChannel.bits).toBe(0n);
    expect(
      permissionsOfBob({
        channel: { type: 2 },
        everyone: bits('ViewChannel', 'Connect'),
      }).inChannel.toArray(),
    ).toEqual(['ViewChannel', 'Connect']);
  });

  it('takes the overwrites of the parent for threads, and the right to send in threads', () => {
    const channel = {
      permission_overwrites: [
        { id: guildId, type: 0, allow: bits('SendMessagesInThreads'), deny: bits('SendMessages') },
      ],
    };
    expect(permissionsOfBob({ channel }).inThread.toArray()).toEqual([
      'ViewChannel',
      'AttachFiles',
      'SendMessagesInThreads',
    ]);
  });

  it('lets a member in timeout only read', () => {
    const everyone = bits('ViewChannel', 'SendMessages', 'ReadMessageHistory');
    const timedOut = (until: string) =>
      permissionsOfBob({ everyone, bob: { communication_disabled_until: until } }).inChannel;
    expect(timedOut('2099-01-01T00:00:00+00:00').toArray()).toEqual(['ViewChannel', 'ReadMessageHistory']);
    expect(timedOut('2020-01-01T00:00:00+00:00').has('SendMessages')).toBe(true);
  });

  it('knows who stands above whom', () => {
    const { guild, member } = permissionsOfBob({ bob: { roles: [modId] } });
    const owner = guild.members.get(ownerId)!;
    expect([owner.isAbove(member), member.isAbove(owner), member.isAbove(guild.me!)]).toEqual([
      true,
      false,
      true,
    ]);
    expect(member.isManageable).toBe(false);
  });

  it('knows an obfuscated channel by its flag', () => {
    expect(permissionsOfBob({ channel: { flags: 1 << 17, name: '___hidden___' } }).channel.isObfuscated).toBe(
      true,
    );
  });
});
