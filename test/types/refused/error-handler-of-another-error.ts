import { Cog, CooldownError, MissingRoleError, OnError } from 'cogwork';

@Cog()
export class Handlers {
  @OnError(CooldownError) // refused
  tooFast(_ctx: unknown, error: MissingRoleError): string {
    return error.roles.join();
  }
}
