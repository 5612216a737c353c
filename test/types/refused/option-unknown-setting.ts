import { Option } from 'cogwork';

export class Options {
  @Option.integer('Count', { maxLength: 3 }) count!: number; // refused
}
