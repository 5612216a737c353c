import { Option } from 'cogwork';

export class Options {
  @Option.string('Colour') colour!: 'red' | 'green'; // refused
}
