import { Button } from '../../../src/ui/components/button.js';

export class Polls {
  @Button({ label: 'Vote' }) // refused
  vote(): void {}
}
