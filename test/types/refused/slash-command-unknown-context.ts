import { Cog, SlashCommand } from 'cogwork';

@Cog()
export class Maths {
  @SlashCommand({ description: 'Adds', contexts: ['server'] }) // refused
  add(): string {
    return '2';
  }
}
