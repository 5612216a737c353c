import { InvalidInvocationError } from '../../errors/invalid-invocation-error.js';
import { EmulatedBot } from './emulated-bot.js';
import { Person } from './person.js';

/** Refuses what is neither a person nor a bot of an emulator. @throws {InvalidInvocationError} saying what to write. */
export function checkGuest(guest: unknown): void {
  if (guest instanceof Person || guest instanceof EmulatedBot) return;
  const shown = typeof guest === 'string' ? `"${guest}"` : String(guest);
  throw new InvalidInvocationError(
    `${shown} is neither a person nor a bot: give what createUser(${typeof guest === 'string' ? shown : ''}) or createBot() gave.`,
  );
}
