import { describe, expect, it } from '@jest/globals';
import {
  explainIntents,
  intentsFromReasons,
  intentsOfEvent,
  isDeliverable,
  reasonsOfListeners,
} from '../../src/events/event-intents.js';
import { Intents } from '../../src/events/intents.js';

describe('Intents', () => {
  it('counts as Discord does', () => {
    expect(Intents.all().value).toBe(53_608_447);
    expect(Intents.default().value).toBe(53_575_421);
    expect(Intents.privileged().toArray()).toEqual(['GuildMembers', 'GuildPresences', 'MessageContent']);
    expect(Intents.all().toArray()).toHaveLength(21);
  });

  it('has set algebra that gives new sets', () => {
    const guilds = new Intents('Guilds');
    const both = guilds.with(['GuildMembers']);
    expect(guilds.value).toBe(1);
    expect([both.has('GuildMembers'), both.without('Guilds').has('Guilds')]).toEqual([true, false]);
    expect(both.intersect(guilds).equals(guilds)).toBe(true);
    expect(both.symmetricDifference(guilds).toArray()).toEqual(['GuildMembers']);
    expect(Intents.none().complement().equals(Intents.all())).toBe(true);
    expect([...both]).toEqual(['Guilds', 'GuildMembers']);
  });

  it('knows the names of properties and the older ones', () => {
    expect(new Intents({ members: true, guildMessages: true, dmMessages: false }).toArray()).toEqual([
      'GuildMembers',
      'GuildMessages',
    ]);
    expect(new Intents('Messages').equals(['GuildMessages', 'DirectMessages'])).toBe(true);
    expect(new Intents('EmojisAndStickers').toArray()).toEqual(['GuildExpressions']);
  });

  it('names the nearest intent for one that does not exist', () => {
    expect(() => new Intents('GuildMesages' as never)).toThrow("Did you mean 'GuildMessages'?");
  });
});

describe('computed intents', () => {
  it('says which listener asked for which intent', () => {
    const reasons = [
      ...reasonsOfListeners('guildMemberAdd', [{ cog: 'Welcome', method: 'greet' }]),
      ...reasonsOfListeners('guildBanAdd', []),
    ];
    expect(explainIntents(reasons)).toEqual([
      { intent: 'GuildMembers', reasons: ["Welcome.greet listens to 'guildMemberAdd'"] },
      { intent: 'GuildModeration', reasons: ["a listener listens to 'guildBanAdd'"] },
    ]);
    expect(intentsFromReasons(reasons).value).toBe(6);
  });

  it('asks for nothing where nothing is needed', () => {
    expect(intentsOfEvent('interactionCreate')).toEqual([]);
    expect(intentsOfEvent('someEventOfAUser')).toEqual([]);
    expect(intentsOfEvent('raw:TYPING_START')).toEqual(['GuildMessageTyping', 'DirectMessageTyping']);
  });

  it('knows an event that cannot come', () => {
    expect(isDeliverable('guildMemberAdd', Intents.default())).toBe(false);
    expect(isDeliverable('messageCreate', new Intents('DirectMessages'))).toBe(true);
    expect(isDeliverable('someEventOfAUser', Intents.none())).toBe(true);
  });
});
