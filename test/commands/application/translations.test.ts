import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { SlashContext } from 'cogwork';
import {
  Bot,
  Cog,
  CommandGroup,
  InvalidDefinitionError,
  InvalidOptionError,
  Option,
  SlashCommand,
  UserCommand,
} from 'cogwork';
import { testBot } from 'cogwork/testing';

@Cog()
class Moderation {
  @SlashCommand(
    { description: 'Bans a member', nameLocalizations: { fr: 'bannir' } },
    { why: Option.string('Why', { choices: [{ name: 'spam', value: 's' }, 'other'] }) },
  )
  ban(ctx: SlashContext, { why }: { why: string }): string {
    return `${ctx.locale} ${why}`;
  }

  @UserCommand('Profile')
  profile(): void {}
}

@Cog()
@CommandGroup('config', 'Settings')
class Config {
  @SlashCommand({ description: 'Adds', group: 'roles' })
  add(): void {}
}

const german = {
  ban: {
    name: 'bannen',
    description: 'Bannt ein Mitglied',
    options: { why: { name: 'grund', description: 'Warum', choices: { spam: 'Werbung' } } },
  },
  Profile: { name: 'Steckbrief' },
  config: { description: 'Einstellungen' },
  'config roles': { description: 'Rollen' },
  'config roles add': { name: 'neu' },
};

const french = { ban: { name: 'exclure', description: 'Bannit un membre' } };

describe('translations of commands', () => {
  test('reach Discord from files by locale, and what a command says itself wins', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'cogwork-locales-'));
    try {
      writeFileSync(join(folder, 'de.json'), JSON.stringify(german));
      writeFileSync(join(folder, 'fr.json'), JSON.stringify(french));
      await using world = await testBot({ cogs: [Moderation, Config], localizations: folder });
      const { bot } = world;
      const [ban, profile, config] = await bot.rest.commands.list(bot.user.id, { with_localizations: true });
      expect(ban).toMatchObject({
        name: 'ban',
        name_localizations: { de: 'bannen', fr: 'bannir' },
        description_localizations: { de: 'Bannt ein Mitglied', fr: 'Bannit un membre' },
        options: [
          {
            name_localizations: { de: 'grund' },
            description_localizations: { de: 'Warum' },
            choices: [{ name: 'spam', value: 's', name_localizations: { de: 'Werbung' } }, { name: 'other' }],
          },
        ],
      });
      expect(profile).toMatchObject({ name_localizations: { de: 'Steckbrief' } });
      expect(config).toMatchObject({
        description_localizations: { de: 'Einstellungen' },
        options: [
          {
            description_localizations: { de: 'Rollen' },
            options: [{ name: 'add', name_localizations: { de: 'neu' } }],
          },
        ],
      });
      expect((await bot.commands.plan()).isEmpty).toBe(true);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('are told of when no command has their name', async () => {
    await using world = await testBot({ cogs: [Moderation], localizations: { de: { bann: { name: 'x' } } } });
    expect(world.logs.of('warn')).toMatchObject([{ message: expect.stringMatching(/do not exist: bann$/) }]);
  });

  test('are refused when Discord would refuse them', () => {
    const attempt = (localizations: object): unknown => new Bot({ cogs: [Moderation], localizations });
    expect(() => attempt({ german })).toThrow(InvalidOptionError);
    expect(() => attempt({ 'en-UK': {} })).toThrow(/no language "en-UK".*"en-U|en-G/s);
    expect(() => attempt({ de: { ban: { name: 'Zwei Wörter' } } })).toThrow(InvalidDefinitionError);
    const tooLong = { ban: { options: { why: { description: 'x'.repeat(101) } } } };
    expect(() => attempt({ de: tooLong })).toThrow(/has 101 characters/);
    expect(() => new Bot({ localizations: '/no/such/folder' })).toThrow(/cannot be read/);
  });
});
