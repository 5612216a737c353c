import { describe, expect, test } from '@jest/globals';
import {
  Cog,
  Permissions,
  PrefixCommand,
  RequireBotGuildPermissions,
  RequireBotPermissions,
  RequirePermissions,
  SlashCommand,
} from 'cogwork';
import { testBot } from 'cogwork/testing';

@Cog()
@RequireBotPermissions('SendMessages')
class Moderation {
  @SlashCommand('Bans')
  @RequirePermissions('ManageGuild')
  @RequireBotPermissions('BanMembers', 'KickMembers')
  ban(): void {}

  @PrefixCommand('Moves')
  @RequireBotGuildPermissions('MoveMembers')
  move(): void {}
}

describe('the address at which people add a bot', () => {
  test('asks for what its handlers require of the bot, and for nothing that they require of users', async () => {
    const { account, bot } = await testBot({ cogs: [Moderation], prefix: '!' });
    const url = new URL(bot.inviteUrl({ permissions: 'EmbedLinks' }));
    expect(url.searchParams.get('client_id')).toBe(account.application.id);
    expect(url.searchParams.get('scope')).toBe('bot applications.commands');
    expect(Permissions.from(url.searchParams.get('permissions')!).toArray().sort()).toEqual([
      'BanMembers',
      'EmbedLinks',
      'KickMembers',
      'MoveMembers',
      'SendMessages',
    ]);
    await bot.close();
  });
});
