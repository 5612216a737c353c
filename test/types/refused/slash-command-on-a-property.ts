import { Cog, SlashCommand } from 'cogwork';

@Cog()
export class Maths {
  @SlashCommand('Adds') add = 1; // refused
}
