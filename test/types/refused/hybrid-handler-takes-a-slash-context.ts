import { Cog, HybridCommand, type SlashContext } from 'cogwork';

@Cog()
export class Greeter {
  @HybridCommand('Says hello') // refused
  hello(ctx: SlashContext): string {
    return ctx.locale;
  }
}
