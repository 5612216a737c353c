import { Option, type User } from 'cogwork';

export class Options {
  @Option.member('Who') who!: User; // refused
}
