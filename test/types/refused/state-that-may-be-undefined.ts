import { State } from '../../../src/ui/state/state.js';
import { View } from '../../../src/ui/views/view.js';

export class Counter extends View {
  @State.integer() count?: number; // refused
}
