import { Cog, type Message, UserCommand, type UserContext } from 'cogwork';

@Cog()
export class Profiles {
  @UserCommand('Profile') // refused
  profile(_ctx: UserContext, target: Message): string {
    return target.content;
  }
}
