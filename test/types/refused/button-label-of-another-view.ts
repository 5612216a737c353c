import { Button } from '../../../src/ui/components/button.js';
import { View } from '../../../src/ui/views/view.js';

class Counter extends View {
  count = 0;
}

export class Other extends View {
  @Button({ label: (view: Counter) => `${view.count}` }) // refused
  press(): void {}
}
