import type { Message, MessageContext, User, UserContext } from 'cogwork';
import { Cog, Embed, formatTime, Member, MessageCommand, UserCommand } from 'cogwork';

/** Entries of the menus that open by a click on a person or a message. */
@Cog()
export class Menus {
  @UserCommand('Since when?')
  async since(ctx: UserContext, target: Member | User): Promise<void> {
    const joinedAt = target instanceof Member ? target.joinedAt : undefined;
    const sentence = joinedAt ? `joined ${formatTime(joinedAt, 'R')}` : 'is no member here';
    await ctx.reply(`${target.displayName} ${sentence}.`, { ephemeral: true });
  }

  @MessageCommand('Quote')
  quote(_ctx: MessageContext, message: Message): Embed {
    return new Embed()
      .setAuthor(message.author.displayName)
      .setDescription(message.content || '*(no text)*')
      .setTimestamp(message.createdAt);
  }
}
