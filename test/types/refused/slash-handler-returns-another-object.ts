import { SlashCommand } from '../../../src/commands/application/slash-command.js';

export class Numbers {
  @SlashCommand('Gives') // refused
  give(): { foo: number } {
    return { foo: 1 };
  }
}
