import type { VoiceFinding } from '../../voice/voice-doctor.js';
import type { FoundBot } from '../entry/bot-collector.js';
import type { Finding } from './finding.js';

const name = 'voice';

/** Whether voice has what it needs on this machine; what is missing counts only for a bot that uses voice. */
export async function checkVoice(bots: readonly FoundBot[]): Promise<readonly Finding[]> {
  const { isDispensable, voiceDoctor } = await import('../../voice/voice-doctor.js');
  const { findings } = await voiceDoctor();
  const there = findings.filter(({ isThere }) => isThere);
  const missing = findings.filter(({ isThere }) => !isThere);
  const found: Finding = { name, level: 'ok', detail: there.map(describe).join(', ') };
  if (missing.length === 0) return [found];
  if (bots.some(({ bot }) => bot.intents.has('GuildVoiceStates'))) {
    return [
      found,
      ...missing.map((each): Finding => {
        const level = isDispensable(each.name) ? 'warn' : 'fail';
        return { name, level, detail: `${each.name} is missing`, advice: each.detail };
      }),
    ];
  }
  const names = missing.map((each) => `${each.name} (${each.detail})`).join(', ');
  return [found, { name, level: 'warn', detail: `missing, but this bot does not use voice: ${names}` }];
}

function describe(finding: VoiceFinding): string {
  return `${finding.name} (${finding.detail})`;
}
