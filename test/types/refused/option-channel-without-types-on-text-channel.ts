import { Option, type TextChannel } from 'cogwork';

export class Options {
  @Option.channel('Where') where!: TextChannel; // refused
}
