import { Cog, Task } from 'cogwork';

@Cog()
export class Sweeper {
  @Task({ every: '5m' }) // refused
  sweep(count: number): number {
    return count;
  }
}
