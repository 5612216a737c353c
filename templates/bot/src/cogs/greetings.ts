import type { SlashContext, User } from 'cogwork';
import { Cog, Option, SlashCommand } from 'cogwork';

class HelloOptions {
  @Option.user('Whom to greet', { required: false }) whom?: User;
}

@Cog()
export class Greetings {
  @SlashCommand('Says hello', HelloOptions)
  hello(ctx: SlashContext, { whom = ctx.user }: HelloOptions): string {
    return `Hello, ${whom.displayName}!`;
  }
}
