import type { ButtonContext } from '../../../src/ui/components/button-context.js';
import { Button } from '../../../src/ui/components/button.js';

export class Polls {
  @Button('poll/:poll/page/:n(integer)') // refused
  page(_ctx: ButtonContext, _params: { poll: string; n: string }): void {}
}
