import { Cog, MessageCommand, type MessageContext, type User } from 'cogwork';

@Cog()
export class Quotes {
  @MessageCommand('Quote') // refused
  quote(_ctx: MessageContext, target: User): string {
    return target.username;
  }
}
