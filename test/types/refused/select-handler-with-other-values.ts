import { Select, type SelectContext, View } from 'cogwork';

export class Team extends View {
  @Select.user() // refused
  invite(_ctx: SelectContext, _users: string[]): void {}
}
