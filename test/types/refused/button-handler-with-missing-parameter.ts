import type { ButtonContext } from '../../../src/ui/components/button-context.js';
import { Button } from '../../../src/ui/components/button.js';

export class Polls {
  @Button('poll/:poll') // refused
  page(_ctx: ButtonContext, _params: { poll: string; choice: string }): void {}
}
