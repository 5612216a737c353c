import { Select, type SelectContext, View } from 'cogwork';

export class Team extends View {
  @Select.string({ options: ['red', 'blue'] }) // refused
  colour(_ctx: SelectContext, _colours: ('red' | 'green')[]): void {}
}
