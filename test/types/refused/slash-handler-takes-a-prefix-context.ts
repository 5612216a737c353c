import { Cog, type PrefixContext, SlashCommand } from 'cogwork';

@Cog()
export class Maths {
  @SlashCommand('Adds') // refused
  add(ctx: PrefixContext): string {
    return ctx.prefix;
  }
}
