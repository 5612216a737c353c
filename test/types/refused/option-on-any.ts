import { Option } from 'cogwork';

export class Options {
  // biome-ignore lint/suspicious/noExplicitAny: what is refused
  @Option.string('Why') reason: any; // refused
}
