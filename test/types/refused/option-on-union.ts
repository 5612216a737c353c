import { Option } from 'cogwork';

export class Options {
  @Option.string('Why') reason!: string | number; // refused
}
