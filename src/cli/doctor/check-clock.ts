import type { Clock } from '../../utils/clock.js';
import type { Finding } from './finding.js';

const PATIENCE_MS = 5_000;
/** Discord tells its time in whole seconds, and the answer travels. */
const TOLERANCE_MS = 2_500;

/** Whether the clock of this machine agrees with Discord's, by which interactions expire. */
export async function checkClock(clock: Clock): Promise<readonly Finding[]> {
  const name = 'clock';
  const base = process.env['COGWORK_API_URL'] ?? 'https://discord.com/api/v10';
  const startedAt = clock.now();
  let answer: Response;
  try {
    answer = await fetch(`${base.replace(/\/+$/, '')}/gateway`, { signal: AbortSignal.timeout(PATIENCE_MS) });
    await answer.arrayBuffer();
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const detail = `${new URL(base).host} was not reached: ${cause instanceof Error ? cause.message : cause}`;
    return [{ name, level: 'warn', detail, advice: 'Look at the network, its firewall and its proxy.' }];
  }
  const theirs = Date.parse(answer.headers.get('date') ?? '');
  if (Number.isNaN(theirs)) return [];
  return [compareClocks((startedAt + clock.now()) / 2 - theirs)];
}

/** Says how far this clock is ahead; Discord's time is on average half a second more than it tells. */
export function compareClocks(differenceMs: number): Finding {
  const aheadMs = differenceMs - 500;
  if (Math.abs(aheadMs) <= TOLERANCE_MS)
    return { name: 'clock', level: 'ok', detail: "it agrees with Discord's" };
  const seconds = Math.round(Math.abs(aheadMs) / 1000);
  const detail = `it is ${seconds} s ${aheadMs > 0 ? 'ahead of' : 'behind'} Discord's`;
  return {
    name: 'clock',
    level: 'warn',
    detail,
    advice: 'Switch on the time synchronisation of this machine (NTP).',
  };
}
