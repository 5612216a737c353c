import { Option } from 'cogwork';

export class Options {
  @Option.string('Why', { required: false }) reason = 'none'; // refused
}
