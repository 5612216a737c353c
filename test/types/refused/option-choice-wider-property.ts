import { Option } from 'cogwork';

export class Options {
  @Option.choice('Colour', ['red', 'green']) colour!: string; // refused
}
