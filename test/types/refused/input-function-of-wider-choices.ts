import { Input, Modal } from 'cogwork';

const sizes = (): readonly string[] => ['small', 'large'];

@Modal('Size')
export class Size {
  @Input.select('Size', sizes) // refused
  size!: 'small' | 'large';
}
