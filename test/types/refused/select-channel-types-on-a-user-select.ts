import { Select, View } from 'cogwork';

export class Team extends View {
  @Select.user({ channelTypes: [0] }) // refused
  invite(): void {}
}
