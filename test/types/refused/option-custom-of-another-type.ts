import { Option } from 'cogwork';

export class Options {
  @Option.custom('When', (text) => new Date(text)) when!: string; // refused
}
