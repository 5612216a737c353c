import type { RESTPatchAPICurrentUserJSONBody } from 'discord-api-types/v10';
import { User } from './user.js';

/** Bot's own user: `bot.user`. */
export class ClientUser extends User {
  /** Language that Discord has noted for the bot; only `fetch()` tells. */
  get locale(): string | undefined {
    return this.raw.locale;
  }
  /** Whether the e-mail address of the account is verified; only `fetch()` tells. */
  get isVerified(): boolean | undefined {
    return this.raw.verified;
  }
  /** Whether the account has a second factor; only `fetch()` tells. */
  get hasMfa(): boolean | undefined {
    return this.raw.mfa_enabled;
  }

  /** Asks Discord for the bot's own user as it is now. */
  override async fetch(): Promise<ClientUser> {
    return new ClientUser(this.host, await this.host.rest.users.getCurrent(), 'answer');
  }

  /**
   * Changes user name, avatar or banner; `null` removes an image.
   *
   * Images are data URIs: `await readDataUri({ path: 'avatar.png' })`. Discord allows few changes of the name in an hour.
   */
  async edit(body: RESTPatchAPICurrentUserJSONBody): Promise<ClientUser> {
    return new ClientUser(this.host, await this.host.rest.users.editCurrent(body), 'answer');
  }
}
