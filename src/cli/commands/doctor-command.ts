import { Command } from 'commander';
import { SystemClock } from '../../utils/system-clock.js';
import type { Finding } from '../doctor/finding.js';
import { loadEnvironment } from '../entry/load-environment.js';
import { openBots } from '../entry/open-bots.js';
import { columns } from '../terminal/columns.js';
import type { Tint } from '../terminal/paint.js';
import type { Terminal } from '../terminal/terminal.js';
import { entryArgument } from './entry-argument.js';
import { addExamples } from './examples.js';

const TINTS: Readonly<Record<Finding['level'], Tint>> = { ok: 'green', warn: 'yellow', fail: 'red' };

/** `cogwork doctor`: what is wrong with this machine, this project or its bot. */
export function doctorCommand(terminal: Terminal): Command {
  const command = new Command('doctor')
    .description('look for what is wrong with this machine, the project in this folder and its bot')
    .addArgument(entryArgument())
    .option('--json', 'print JSON')
    .action(async (given: string | undefined, { json }: { json?: true }) => {
      loadEnvironment();
      const { examine } = await import('../doctor/examine.js');
      const open = (entry: string): ReturnType<typeof openBots> => openBots(terminal, entry);
      const findings = await examine({ given, clock: new SystemClock(), open });
      if (json) terminal.printJson(findings);
      else describe(terminal, findings);
      if (findings.some(({ level }) => level === 'fail')) process.exitCode = 1;
    });
  return addExamples(command, {
    'cogwork doctor': 'exits with 1 when something has to be repaired',
    'cogwork doctor --json': 'for programs',
  });
}

function describe(terminal: Terminal, findings: readonly Finding[]): void {
  const { paint } = terminal;
  const rows = findings.flatMap(({ advice, detail, level, name }) => {
    const row = [paint(TINTS[level], level), name, detail];
    return advice === undefined ? [row] : [row, ['', '', paint('dim', advice)]];
  });
  const count = (wanted: Finding['level']): number => findings.filter(({ level }) => level === wanted).length;
  const summary = `${count('ok')} ok, ${count('warn')} to know, ${count('fail')} to repair`;
  terminal.print(...columns(rows), '', summary);
}
