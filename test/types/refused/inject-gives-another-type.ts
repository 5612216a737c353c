import { Cog, inject } from 'cogwork';

class Store {
  readonly rows: string[] = [];
}

@Cog()
export class Maths {
  readonly store: number = inject(Store); // refused
}
