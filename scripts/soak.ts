/**
 * `npm run soak`: a bot in a child process, an emulator on a port, people who talk, invoke and click, and trouble now and
 * then, all on the real clock. Fails when an answer is lost or doubled, or when the bot's memory grows.
 */
import { parseArgs } from 'node:util';
import { runSoak } from './soak/run-soak.js';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '600' },
    visitors: { type: 'string', default: '6' },
    'trouble-every-ms': { type: 'string', default: '4000' },
    'answer-timeout-ms': { type: 'string', default: '15000' },
    seed: { type: 'string', default: '1' },
    bot: { type: 'string', default: 'scripts/soak/bot.ts' },
  },
});

const report = await runSoak({
  durationMs: Number(values.seconds) * 1000,
  visitors: Number(values.visitors),
  troubleEveryMs: Number(values['trouble-every-ms']),
  answerTimeoutMs: Number(values['answer-timeout-ms']),
  seed: Number(values.seed),
  botFile: values.bot,
});
console.log(`${report.invocations} invocations, ${report.answers} answers`);
console.log(
  `trouble: ${[...report.trouble].map(([name, times]) => `${times} × ${name}`).join(', ') || 'none'}`,
);
console.log(`memory of the bot: ${report.memory}`);
for (const problem of report.problems.slice(0, 20)) console.log(`FAILED: ${problem}`);
process.exitCode = report.problems.length === 0 ? 0 : 1;
