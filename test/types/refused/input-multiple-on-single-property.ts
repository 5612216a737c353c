import { Input, Modal, type User } from 'cogwork';

@Modal('Team')
export class Team {
  @Input.user('Who', { multiple: true }) who!: User; // refused
}
