import { Select, View } from 'cogwork';

export class Team extends View {
  @Select.string({ placeholder: 'Colour' }) // refused
  colour(): void {}
}
