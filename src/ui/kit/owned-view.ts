import type { Snowflake } from '../../types/type-tools.js';
import type { ComponentContext } from '../components/component-context.js';
import { View } from '../views/view.js';

/** Options of every ready-made view. */
export interface OwnedViewOptions {
  /** User who may use it; the one whose interaction it answers unless given, and `null` for everybody. */
  readonly ownerId?: Snowflake | null;
  /**
   * Milliseconds without a press after which it ends, `null` for never.
   *
   * @defaultValue 180,000
   */
  readonly timeoutMs?: number | null;
  /** Whether its components are shown disabled once it has ended by time. @defaultValue true */
  readonly disableOnTimeout?: boolean;
}

/** View for one user, which shows itself disabled when its time is over. */
export abstract class OwnedView extends View {
  readonly #ownerId: Snowflake | null | undefined;

  constructor({ disableOnTimeout = true, ownerId, timeoutMs }: OwnedViewOptions = {}) {
    super();
    this.#ownerId = ownerId;
    this.disableOnTimeout = disableOnTimeout;
    if (timeoutMs !== undefined) this.timeoutMs = timeoutMs;
  }

  override check(ctx: ComponentContext): boolean {
    const owner = this.#ownerId === undefined ? ctx.message.raw.interaction_metadata?.user.id : this.#ownerId;
    return owner === undefined || owner === null || owner === ctx.interaction.userId;
  }
}
