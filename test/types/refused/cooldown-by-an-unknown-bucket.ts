import { Cog, Cooldown, SlashCommand } from 'cogwork';

@Cog()
export class Dice {
  @SlashCommand('Rolls')
  @Cooldown({ uses: 1, perMs: 1000, by: 'server' }) // refused
  roll(): void {}
}
