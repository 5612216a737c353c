import { CommandLineError } from '../../errors/command-line-error.js';
import type { Awaitable } from '../../types/type-tools.js';
import type { Finding } from './finding.js';

/** What the doctor writes down. */
export class PatientRecord {
  readonly findings: Finding[] = [];

  /** Adds what a check finds; a check that fails itself is a finding too. */
  async check(name: string, check: () => Awaitable<readonly Finding[]>): Promise<void> {
    const found = await this.attempt(name, 'warn', check);
    this.findings.push(...(found ?? []));
  }

  /** Gives what an attempt gives; when it fails, that is a finding of the level. */
  async attempt<T>(
    name: string,
    level: Finding['level'],
    attempt: () => Awaitable<T>,
  ): Promise<T | undefined> {
    try {
      return await attempt();
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      const advice = error instanceof CommandLineError ? { advice: error.hint } : {};
      this.findings.push({ name, level, detail, ...advice });
      return undefined;
    }
  }
}
