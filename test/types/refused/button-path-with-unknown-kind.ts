import { Button } from '../../../src/ui/components/button.js';

export class Polls {
  @Button('poll/:poll(colour)') // refused
  vote(): void {}
}
