import type { Message } from 'cogwork';
import { Cog, Listen } from 'cogwork';

/** Cog of the first bot. */
@Cog({ description: 'Manners' })
export class Greeter {
  @Listen('messageCreate')
  async greet(message: Message): Promise<void> {
    if (message.author.bot || !/^(hello|hi)\b/i.test(message.content)) return;
    await message.reply(`Hello, ${message.author.displayName}!`);
  }
}
