import { Cog, SlashCommand, type SlashContext } from 'cogwork';

@Cog()
export class Maths {
  @SlashCommand('Adds') // refused
  add(_ctx: SlashContext, options: { a: number }): string {
    return String(options.a);
  }
}
