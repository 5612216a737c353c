import { Cog, Option, SlashCommand, type SlashContext } from 'cogwork';

@Cog()
export class Maths {
  @SlashCommand('Doubles', { n: Option.integer('The number', { required: false }) }) // refused
  double(_ctx: SlashContext, { n }: { n: number }): number {
    return n;
  }
}
