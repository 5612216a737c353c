import { Input, Modal } from 'cogwork';

@Modal('Feedback')
export class Feedback {
  @Input.select('Area', ['ui', 'api']) area!: string; // refused
}
