import { Option } from 'cogwork';

export class Options {
  @Option.choice('Colour', ['red', 'green', 'blue']) colour!: 'red' | 'green'; // refused
}
