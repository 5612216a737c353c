import { describe, expect, it } from '@jest/globals';
import * as api from 'discord-api-types/v10';
import { FlagSet } from '../../src/models/flags/flag-set.js';
import * as tables from '../../src/models/flags/flag-tables.js';

describe('FlagSet', () => {
  const { userFlags } = tables;

  it('knows flags by name, also beyond bit 31', () => {
    const flags = new FlagSet(userFlags, 2 ** 16 + 2 ** 44 + 2 ** 50);
    expect(flags.toArray()).toEqual(['VerifiedBot', 'Quarantined', 'Collaborator']);
    expect([
      flags.has('Quarantined', 'VerifiedBot'),
      flags.has('Staff'),
      flags.hasAny('Staff', 'VerifiedBot'),
    ]).toEqual([true, false, true]);
    expect(String(flags)).toBe('VerifiedBot, Quarantined, Collaborator');
  });

  it('adds and takes away without losing bits that have no name', () => {
    const flags = new FlagSet(tables.messageFlags, 2 ** 2 + 2 ** 30);
    expect(flags.with('SuppressEmbeds', 'Ephemeral').bits).toBe(2 ** 2 + 2 ** 6 + 2 ** 30);
    expect(flags.without('SuppressEmbeds', 'Ephemeral').bits).toBe(2 ** 30);
    expect([flags.equals(flags.with('SuppressEmbeds')), flags.equals(4)]).toEqual([true, false]);
    expect(JSON.stringify({ flags })).toBe(`{"flags":${2 ** 2 + 2 ** 30}}`);
  });

  it('is empty where Discord says nothing, and names the nearest flag for a wrong name', () => {
    expect(new FlagSet(userFlags, undefined).toArray()).toEqual([]);
    expect(() => new FlagSet(userFlags, 0).has('Staf' as never)).toThrow("Did you mean 'Staff'?");
    expect(() => new FlagSet(userFlags, 0).has('toString' as never)).toThrow("no flag 'toString'");
  });
});

describe('the tables of flags', () => {
  const cases = {
    applicationFlags: api.ApplicationFlags,
    attachmentFlags: api.AttachmentFlags,
    channelFlags: api.ChannelFlags,
    inviteFlags: api.InviteFlags,
    memberFlags: api.GuildMemberFlags,
    messageFlags: api.MessageFlags,
    roleFlags: api.RoleFlags,
    skuFlags: api.SKUFlags,
    systemChannelFlags: api.GuildSystemChannelFlags,
    userFlags: api.UserFlags,
  } as const;

  it.each(Object.keys(cases) as (keyof typeof cases)[])('%s hold what discord-api-types holds', (name) => {
    const documented = Object.entries(cases[name])
      .filter(([key]) => Number.isNaN(Number(key)))
      .map(([key, value]) => [key, Math.log2(Number(value))]);
    expect({ ...tables }[name]).toEqual(Object.fromEntries(documented));
  });
});
