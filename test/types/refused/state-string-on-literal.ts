import { State } from '../../../src/ui/state/state.js';
import { View } from '../../../src/ui/views/view.js';

export class Tabs extends View {
  @State.string() tab: 'first' | 'second' = 'first'; // refused
}
