import { Cog, Listen } from 'cogwork';

@Cog()
export class Greeter {
  @Listen('mesageCreate') // refused
  hello(): void {}
}
