import { Cog, Listen, type Member } from 'cogwork';

@Cog()
export class Greeter {
  @Listen('messageCreate') // refused
  hello(member: Member): string {
    return member.id;
  }
}
