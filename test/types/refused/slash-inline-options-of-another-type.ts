import { Cog, Option, SlashCommand, type SlashContext } from 'cogwork';

@Cog()
export class Maths {
  @SlashCommand('Doubles', { n: Option.integer('The number') }) // refused
  double(_ctx: SlashContext, { n }: { n: string }): string {
    return n;
  }
}
