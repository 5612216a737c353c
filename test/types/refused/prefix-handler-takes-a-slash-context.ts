import { Cog, PrefixCommand, type SlashContext } from 'cogwork';

@Cog()
export class Dice {
  @PrefixCommand('Rolls') // refused
  roll(ctx: SlashContext): string {
    return ctx.locale;
  }
}
