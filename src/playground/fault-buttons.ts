/** Faults of Discord as buttons: what each is called, what it does, and what a bot should make of it. */
import type { Faults } from '../emulator/faults/faults.js';
import { InvalidInvocationError } from '../errors/invalid-invocation-error.js';
import type { FaultView } from './journal-view.js';

interface FaultButton extends FaultView {
  strike(faults: Faults): void;
}

const GATEWAY = 'Gateway';
const REST = 'REST';

const buttons: readonly FaultButton[] = [
  {
    name: 'close-4000',
    group: GATEWAY,
    label: 'Close with 4000',
    hint: 'An unknown error: the bot reconnects and resumes',
    strike: (faults) => faults.closeGateway(4000),
  },
  {
    name: 'drop',
    group: GATEWAY,
    label: 'Drop the connection',
    hint: 'The cable is pulled: no close frame comes',
    strike: (faults) => faults.dropGateway(),
  },
  {
    name: 'reconnect',
    group: GATEWAY,
    label: 'Ask to reconnect',
    hint: 'Opcode 7, as Discord sends when it is deployed',
    strike: (faults) => faults.requestReconnect(),
  },
  {
    name: 'invalidate',
    group: GATEWAY,
    label: 'Invalidate the session',
    hint: 'Opcode 9: the bot identifies anew',
    strike: (faults) => faults.invalidateSession(false),
  },
  {
    name: 'heartbeats-off',
    group: GATEWAY,
    label: 'Ignore heartbeats',
    hint: 'The connection is a zombie until heartbeats are answered again',
    strike: (faults) => faults.ignoreHeartbeats(true),
  },
  {
    name: 'heartbeats-on',
    group: GATEWAY,
    label: 'Answer heartbeats',
    hint: 'Ends the fault before this one',
    strike: (faults) => faults.ignoreHeartbeats(false),
  },
  {
    name: 'refuse-resumes',
    group: GATEWAY,
    label: 'Refuse the next resume',
    hint: 'The session was forgotten: events in between are lost',
    strike: (faults) => faults.refuseResumes(1),
  },
  {
    name: 'status-500',
    group: REST,
    label: 'Fail the next request',
    hint: 'Status 500: it is sent again',
    strike: (faults) => faults.failRequests({ status: 500 }),
  },
  {
    name: 'html-503',
    group: REST,
    label: 'Fail with HTML',
    hint: 'Status 503 from a proxy, twice, with a page instead of JSON',
    strike: (faults) => faults.failRequests({ status: 503, times: 2, html: true }),
  },
  {
    name: 'forbidden',
    group: REST,
    label: 'Forbid the next request',
    hint: 'Status 403: the handler gets an error',
    strike: (faults) =>
      faults.failRequests({ status: 403, body: { code: 50013, message: 'Missing Permissions' } }),
  },
  {
    name: 'limit-user',
    group: REST,
    label: 'Rate limit the next request',
    hint: 'Status 429: it waits two seconds',
    strike: (faults) => faults.rateLimitRequests({ scope: 'user', retryAfterMs: 2000 }),
  },
  {
    name: 'limit-global',
    group: REST,
    label: 'Rate limit everything',
    hint: 'A global 429: all requests wait two seconds',
    strike: (faults) => faults.rateLimitRequests({ scope: 'global', retryAfterMs: 2000 }),
  },
];

/** Buttons as the page shows them. */
export const faultButtons: readonly FaultView[] = buttons.map(({ name, group, label, hint }) => ({
  name,
  group,
  label,
  hint,
}));

/** Plays the fault of a button. */
export function strikeFault(faults: Faults, name: string): void {
  const button = buttons.find((candidate) => candidate.name === name);
  if (!button) throw new InvalidInvocationError(`There is no fault "${name}".`);
  button.strike(faults);
}
