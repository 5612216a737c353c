import { SlashCommand } from '../../../src/commands/application/slash-command.js';

export class Numbers {
  @SlashCommand('Lists') // refused
  async list(): Promise<string[]> {
    return ['a'];
  }
}
