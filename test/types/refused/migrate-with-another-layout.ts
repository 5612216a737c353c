import { Migrate } from '../../../src/ui/state/migrate.js';
import { View } from '../../../src/ui/views/view.js';

export class Votes extends View {
  @Migrate(1, { yes: 'integer' }) // refused
  fromFirst(_old: { yes: string }): void {}
}
