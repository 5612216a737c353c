import { Cog, Input, Modal, type ModalContext, OnSubmit } from 'cogwork';

@Modal('Feedback')
class Feedback {
  @Input.text('Name') name!: string;
}

@Modal('Address')
class Address {
  @Input.text('Town') town!: string;
}

@Cog()
export class Desk {
  @OnSubmit(Feedback) // refused
  take(_ctx: ModalContext, _values: Address): void {}
}
