import { Option } from 'cogwork';

export class Options {
  @Option.list('Numbers', Option.integer('Number')) numbers!: number; // refused
}
