import { SlashCommand } from '../../../src/commands/application/slash-command.js';

export class Numbers {
  @SlashCommand('Counts') // refused
  count(): number {
    return 42;
  }
}
