import type { SlashContext } from '../../../src/commands/application/slash-context.js';
import { Button } from '../../../src/ui/components/button.js';

export class Polls {
  @Button('poll/:poll') // refused
  page(_ctx: SlashContext): void {}
}
