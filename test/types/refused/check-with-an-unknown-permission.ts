import { Cog, RequirePermissions, SlashCommand } from 'cogwork';

@Cog()
export class Bans {
  @SlashCommand('Bans')
  @RequirePermissions('BanMember') // refused
  ban(): void {}
}
