import { Option } from 'cogwork';

export class Options {
  @Option.string('Text') text = 1; // refused
}
