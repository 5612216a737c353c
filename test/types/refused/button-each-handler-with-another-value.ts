import { Button, type ButtonContext, View } from 'cogwork';

export class Board extends View {
  cells = ['x', 'o'];

  @Button({ each: (view: Board) => view.cells.keys(), label: (view, cell) => view.cells[cell] }) // refused
  play(_ctx: ButtonContext, _cell: string): void {}
}
