import { Button } from '../../../src/ui/components/button.js';

export class Polls {
  @Button('poll/:poll') // refused
  page = 1;
}
