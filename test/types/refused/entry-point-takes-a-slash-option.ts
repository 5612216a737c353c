import type { EntryPointContext } from 'cogwork';
import { Cog, EntryPointCommand } from 'cogwork';

@Cog()
export class Activity {
  @EntryPointCommand('launch') // refused
  launch(_ctx: EntryPointContext, _options: { n: number }): void {}
}
