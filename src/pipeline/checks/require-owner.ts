import { inject } from '../../di/inject.js';
import { NotOwnerError } from '../../errors/not-owner-error.js';
import type { CheckContext } from '../check-context.js';
import type { GuardDecorator } from '../guard-metadata.js';
import { guardDecorator } from '../guard-metadata.js';
import type { CheckObject } from './check-like.js';
import { Owners } from './owners.js';

/** Check that an owner of the bot uses it. */
export class OwnerOnly implements CheckObject {
  readonly #owners = inject(Owners);

  /** Refuses everybody but owners. */
  async check({ user }: CheckContext): Promise<void> {
    if (!(await this.#owners.isOwner(user.id))) throw new NotOwnerError();
  }
}

/** Lets a handler run only for owners of the bot. */
export function RequireOwner(): GuardDecorator;
export function RequireOwner(...given: readonly unknown[]): GuardDecorator {
  return guardDecorator('RequireOwner', given, () => ({ check: OwnerOnly }));
}
