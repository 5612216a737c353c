import { Button, View } from 'cogwork';

export class Board extends View {
  @Button({ label: 'Play' })
  play(): void {
    this.disableAll({ except: ['pray'] }); // refused
  }
}
