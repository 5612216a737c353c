import type { Clock } from '../../utils/clock.js';
import type { FoundBot } from '../entry/bot-collector.js';
import { findEntry, shownEntry } from '../entry/find-entry.js';
import type { OpenedBots } from '../entry/open-bots.js';
import { checkClock } from './check-clock.js';
import { checkCopies } from './check-copies.js';
import { checkDecorators } from './check-decorators.js';
import { checkEnvFile } from './check-env-file.js';
import { checkMetadata } from './check-metadata.js';
import { checkNode } from './check-node.js';
import { checkToken } from './check-token.js';
import { checkVoice } from './check-voice.js';
import type { Finding } from './finding.js';
import { PatientRecord } from './patient-record.js';

/** What is examined, and how its bot is opened. */
export interface Examination {
  /** Entry that was named. */
  readonly given: string | undefined;
  readonly clock: Clock;
  readonly open: (entry: string) => Promise<OpenedBots>;
}

/** Examines this machine, the project in this folder, and its bot. */
export async function examine({ clock, given, open }: Examination): Promise<readonly Finding[]> {
  const folder = process.cwd();
  const record = new PatientRecord();
  await record.check('node', () => checkNode());
  await record.check('cogwork', () => checkCopies(folder));
  const bots = await openPatient(record, given, open);
  await record.check('metadata', () => checkMetadata(bots));
  for (const found of bots) await record.check('token', () => checkToken(found));
  await record.check('.env', () => checkEnvFile(folder));
  await record.check('clock', () => checkClock(clock));
  await record.check('voice', () => checkVoice(bots));
  return record.findings;
}

/** Bots of the program, when it can be found, compiled and run. */
async function openPatient(
  record: PatientRecord,
  given: string | undefined,
  open: Examination['open'],
): Promise<readonly FoundBot[]> {
  const entry = await record.attempt('bot', given === undefined ? 'warn' : 'fail', () => findEntry(given));
  if (entry === undefined) return [];
  const decorators = await record.attempt('decorators', 'fail', () => checkDecorators(entry));
  if (decorators === undefined) return [];
  record.findings.push(...decorators);
  const opened = await record.attempt('bot', 'fail', () => open(entry));
  if (opened) record.findings.push({ name: 'bot', level: 'ok', detail: shownEntry(entry) });
  return opened?.bots ?? [];
}
