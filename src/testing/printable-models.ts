import { EntityList } from '../models/entity-list.js';
import { LiveModel } from '../models/live-model.js';
import { Model } from '../models/model.js';

/** Property by which Jest is told what of an object it shows in a difference. */
const SHOWN = Symbol.for('@jest/serializableProperties');

/**
 * Lets Jest print models where an assertion fails.
 *
 * It would read every getter otherwise, and models lead to each other without end: the member to its guild, the guild to
 * the bot as a member.
 */
export function makeModelsPrintable(): void {
  show(LiveModel.prototype, ['raw']);
  show(Model.prototype, ['raw']);
  show(EntityList.prototype, ['guildId']);
}

function show(prototype: object, properties: readonly string[]): void {
  Object.defineProperty(prototype, SHOWN, { value: properties, configurable: true });
}
