import { Cog, SlashCommand } from 'cogwork';

@Cog()
export class Maths {
  @SlashCommand('Adds') // refused
  static add(): string {
    return '2';
  }
}
