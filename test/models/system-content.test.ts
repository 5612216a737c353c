import { describe, expect, it } from '@jest/globals';
import { MessageType } from 'cogwork';
import {
  guildPayload,
  makeScene,
  messagePayload,
  readyPayload,
  userPayload,
} from '../dispatch/dispatch-scene.js';

const guildId = '300000000000000000';
const scene = makeScene();
scene.send('READY', readyPayload([guildId]));
scene.send('GUILD_CREATE', guildPayload(guildId, { name: 'Works' }));

const author = { ...userPayload('200000000000000003', 'alice'), global_name: 'Alice' };
const bob = { ...userPayload('200000000000000002', 'bob'), global_name: 'Bob' };
const say = (type: number, fields: object = {}): string =>
  scene.host.models.message(messagePayload('400000000000000001', { type, author, content: '', ...fields }))
    .systemContent;

describe('what the system says', () => {
  const types = Object.entries(MessageType).filter(([name]) => Number.isNaN(Number(name)));

  it.each(types)('is words for %s, or its own content', (_name, type) => {
    const content = `content of ${String(type)}`;
    const words = say(Number(type), { content, mentions: [bob] });
    expect(words).not.toBe('');
    const isOrdinary = [0, 19, 20, 23, 24].includes(Number(type));
    expect(words === content).toBe(isOrdinary);
  });

  it('passes the content of types newer than the package', () => {
    expect(say(999, { content: 'new' })).toBe('new');
  });

  it('names who and how often', () => {
    expect(say(MessageType.RecipientAdd, { mentions: [bob] })).toBe('Alice added Bob to the group.');
    expect(say(MessageType.RecipientRemove, { mentions: [author] })).toBe('Alice left the group.');
    expect(say(MessageType.RecipientRemove, { mentions: [bob] })).toBe('Alice removed Bob from the group.');
    expect(say(MessageType.ChannelPinnedMessage)).toBe('Alice pinned a message in this channel.');
    expect(say(MessageType.GuildBoostTier2, { content: '2' })).toBe(
      'Alice boosted the server 2 times! Works has reached level 2!',
    );
    expect(say(MessageType.UserJoin)).toContain('Alice');
    expect(
      say(MessageType.Call, { call: { participants: [], ended_timestamp: '2026-01-01T00:00:00Z' } }),
    ).toBe('Alice started a call, which is over.');
    const subscription = { tier_name: 'Gold', total_months_subscribed: 3, is_renewal: true };
    expect(say(MessageType.RoleSubscriptionPurchase, { role_subscription_data: subscription })).toBe(
      'Alice renewed Gold and has been a subscriber of Works for 3 months!',
    );
    const purchase = { guild_product_purchase: { product_name: 'Hat' } };
    expect(say(MessageType.PurchaseNotification, { purchase_notification: purchase })).toBe(
      'Alice has bought Hat!',
    );
    expect(
      say(MessageType.ThreadStarterMessage, {
        referenced_message: messagePayload('5', { content: 'first' }),
      }),
    ).toBe('first');
  });
});
