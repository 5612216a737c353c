import { Input, Modal } from 'cogwork';

@Modal('Feedback')
export class Feedback {
  @Input.text('Name') name?: string; // refused
}
