import type { FoundBot } from '../entry/bot-collector.js';
import type { Finding } from './finding.js';

/** Whether voice has what it needs on this machine; what is missing counts only for a bot that uses voice. */
export async function checkVoice(bots: readonly FoundBot[]): Promise<readonly Finding[]> {
  const { isDispensable, voiceDoctor } = await import('../../voice/voice-doctor.js');
  const usesVoice = bots.some(({ bot }) => bot.intents.has('GuildVoiceStates'));
  const { findings } = await voiceDoctor();
  const missing = findings.filter(({ isThere }) => !isThere);
  const there = findings.filter(({ isThere }) => isThere).map(({ name, detail }) => `${name} (${detail})`);
  return [
    { name: 'voice', level: 'ok', detail: there.join(', ') },
    ...missing.map(({ detail, name }): Finding => {
      const level = usesVoice && !isDispensable(name) ? 'fail' : 'warn';
      const what = usesVoice
        ? `${name} is missing`
        : `${name} is missing, for voice only, which this bot does not use`;
      return { name: 'voice', level, detail: what, advice: detail };
    }),
  ];
}
