import { Option } from 'cogwork';

export class Options {
  @Option.integer('Count') count!: string; // refused
}
