/**
 * Rules that read what members write before anybody else does.
 *
 * Keyword, preset and mention rules act. The spam rule does not: what Discord calls spam is its own secret.
 *
 * @see https://docs.discord.com/developers/resources/auto-moderation
 */

import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import type { Snowflake } from '../../types/type-tools.js';
import { writeAudit } from './audit-log.js';
import type { ChannelRecord } from './channel-record.js';
import type { GuildRecord } from './guild-record.js';
import { guildThings } from './guild-record.js';
import { keywordPattern } from './keyword-pattern.js';
import type { MemberRecord } from './member-record.js';
import { writeMessage } from './message-book.js';
import { textDraft } from './message-draft.js';
import { guildPermissions } from './permissions.js';
import type { World } from './world.js';

const [KEYWORD, PRESET, MENTION_SPAM] = [1, 4, 5];
const [BLOCK, ALERT, TIMEOUT] = [1, 2, 3];
const AUDIT_ACTIONS: Readonly<Record<number, number>> = { 1: 143, 2: 144, 3: 145 };
const ALERT_MESSAGE = 24;
/** One word for each of Discord's lists, which are its secret: profanity, sexual content, slurs. */
const PRESET_WORDS: Readonly<Record<number, string>> = { 1: 'profanity', 2: 'sexual-content', 3: 'slur' };

/** What a rule does. */
export interface RuleAction {
  readonly type: number;
  readonly metadata: {
    readonly channel_id?: Snowflake;
    readonly duration_seconds?: number;
    readonly custom_message?: string;
  };
}

/** Rule as Discord sends it. */
export interface AutoModerationRule {
  readonly id: Snowflake;
  readonly name: string;
  readonly event_type: number;
  readonly trigger_type: number;
  readonly trigger_metadata: {
    readonly keyword_filter?: readonly string[];
    readonly regex_patterns?: readonly string[];
    readonly allow_list?: readonly string[];
    readonly presets?: readonly number[];
    readonly mention_total_limit?: number;
  };
  readonly actions: readonly RuleAction[];
  readonly enabled: boolean;
  readonly exempt_roles: readonly Snowflake[];
  readonly exempt_channels: readonly Snowflake[];
}

/** What somebody is about to write. */
export interface ModeratedText {
  readonly guild: GuildRecord;
  readonly channel: ChannelRecord;
  readonly member: MemberRecord;
  readonly content: string;
}

interface Match {
  readonly rule: AutoModerationRule;
  readonly keyword: string | null;
  readonly content: string | null;
}

/** Judges a text and does what the rules say; gives the rule that blocks it, if one does. */
export function moderate(
  world: World,
  text: ModeratedText,
): { readonly rule: string; readonly message: string | undefined } | undefined {
  const matches = rulesFor(world, text).flatMap((rule) => matchRule(rule, text.content) ?? []);
  for (const match of matches) for (const action of match.rule.actions) execute(world, text, match, action);
  for (const { rule } of matches) {
    const block = rule.actions.find(({ type }) => type === BLOCK);
    if (block) return { rule: rule.name, message: block.metadata.custom_message };
  }
  return undefined;
}

/** Rules that apply to the writer: not to who manages the guild. */
function rulesFor(world: World, { guild, channel, member }: ModeratedText): AutoModerationRule[] {
  if (member.user.bot || guildPermissions(guild, member, world.clock.now()) & P.ManageGuild) return [];
  const places = [channel.data.id, channel.data.parent_id ?? ''];
  return [...guildThings<AutoModerationRule>(guild, 'automod-rules').values()].filter(
    (rule) =>
      rule.enabled &&
      !rule.exempt_channels.some((id) => places.includes(id)) &&
      !rule.exempt_roles.some((id) => member.roles.includes(id)),
  );
}

function matchRule(rule: AutoModerationRule, content: string): Match | undefined {
  const { trigger_type: trigger, trigger_metadata: metadata } = rule;
  if (trigger === MENTION_SPAM) {
    const mentions = new Set(content.match(/<@[!&]?\d+>/g));
    const isTooMany = mentions.size > (metadata.mention_total_limit ?? 0);
    return isTooMany ? { rule, keyword: null, content } : undefined;
  }
  const words =
    trigger === KEYWORD
      ? (metadata.keyword_filter ?? [])
      : trigger === PRESET
        ? (metadata.presets ?? []).flatMap((preset) => PRESET_WORDS[preset] ?? [])
        : [];
  return matchWords(rule, words, content);
}

function matchWords(rule: AutoModerationRule, words: readonly string[], content: string): Match | undefined {
  const { regex_patterns: patterns = [], allow_list: allowed = [] } = rule.trigger_metadata;
  const candidates = [
    ...words.map((keyword) => ({ keyword, pattern: keywordPattern(keyword) })),
    ...patterns.map((keyword) => ({ keyword, pattern: new RegExp(keyword, 'iu') })),
  ];
  for (const { keyword, pattern } of candidates) {
    const found = pattern.exec(content)?.[0];
    const isAllowed = allowed.some((word) => found && keywordPattern(word).test(found));
    if (found && !isAllowed) return { rule, keyword, content: found };
  }
  return undefined;
}

function execute(world: World, text: ModeratedText, match: Match, action: RuleAction): void {
  const { guild, channel, member } = text;
  const { rule } = match;
  const alertId = action.type === ALERT ? writeAlert(world, text, match, action) : undefined;
  if (action.type === TIMEOUT) timeOut(world, text, action);
  writeAudit(world, guild, {
    actionType: AUDIT_ACTIONS[action.type] ?? 143,
    userId: member.user.id,
    targetId: member.user.id,
    options: {
      auto_moderation_rule_name: rule.name,
      auto_moderation_rule_trigger_type: String(rule.trigger_type),
      channel_id: channel.data.id,
    },
  });
  const data = {
    guild_id: guild.data.id,
    action,
    rule_id: rule.id,
    rule_trigger_type: rule.trigger_type,
    user_id: member.user.id,
    channel_id: channel.data.id,
    ...(alertId === undefined ? {} : { alert_system_message_id: alertId }),
    content: text.content,
    matched_keyword: match.keyword,
    matched_content: match.content,
  };
  world.publish({
    name: 'AUTO_MODERATION_ACTION_EXECUTION',
    data: (bot, mayReadContent) => {
      const own = guild.members.get(bot.id);
      const mayHear = own && guildPermissions(guild, own, world.clock.now()) & P.ManageGuild;
      if (!mayHear) return undefined;
      return mayReadContent ? data : { ...data, content: '', matched_content: '' };
    },
    guildId: guild.data.id,
  });
}

function writeAlert(
  world: World,
  { member, channel, content }: ModeratedText,
  { rule, keyword, content: matched }: Match,
  action: RuleAction,
): Snowflake | undefined {
  const target = world.channels.get(action.metadata.channel_id ?? '');
  if (!target) return undefined;
  const fields = {
    rule_name: rule.name,
    channel_id: channel.data.id,
    keyword,
    keyword_matched_content: matched,
  };
  const embed = {
    type: 'auto_moderation_message' as never,
    description: content,
    fields: Object.entries(fields).map(([name, value]) => ({ name, value: String(value), inline: false })),
  };
  const draft = { ...textDraft(''), embeds: [embed] };
  return writeMessage(world, target, member.user, draft, { type: ALERT_MESSAGE }).id;
}

function timeOut(world: World, { guild, member }: ModeratedText, action: RuleAction): void {
  const untilMs = world.clock.now() + (action.metadata.duration_seconds ?? 60) * 1000;
  member.communication_disabled_until = new Date(untilMs).toISOString().replace('Z', '000+00:00');
  const data = { guild_id: guild.data.id, ...member };
  world.publish({ name: 'GUILD_MEMBER_UPDATE', data, guildId: guild.data.id });
}
