import { ActionRow, View } from 'cogwork';

export class Board extends View {
  override render() {
    return [new ActionRow([this.part('vote')])]; // refused
  }
}
