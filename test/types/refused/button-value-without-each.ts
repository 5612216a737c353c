import { Button, type ButtonContext, View } from 'cogwork';

export class Board extends View {
  @Button({ label: 'Play' }) // refused
  play(_ctx: ButtonContext, _cell: number): void {}
}
