import type {
  GatewayAutoModerationActionExecutionDispatchData,
  GatewayAutoModerationRuleCreateDispatchData,
  GatewayGuildAuditLogEntryCreateDispatchData,
  GatewayGuildBanAddDispatchData,
} from 'discord-api-types/v10';
import type { JoinRequest } from '../../events/event-payloads.js';
import { AuditLogEntry } from '../../models/audit-log-entry.js';
import { AutoModerationExecution } from '../../models/auto-moderation-execution.js';
import { AutoModerationRule } from '../../models/auto-moderation-rule.js';
import { Ban } from '../../models/ban.js';
import type { DispatchContext } from '../dispatch-context.js';

/** Entry was written to the audit log. */
export function onAuditLogEntryCreate(
  context: DispatchContext,
  data: GatewayGuildAuditLogEntryCreateDispatchData,
): void {
  context.emit('guildAuditLogEntryCreate', (host) => [new AuditLogEntry(host, data)]);
}

/** User was banned. */
export function onBanAdd(context: DispatchContext, data: GatewayGuildBanAddDispatchData): void {
  context.emit('guildBanAdd', (host) => [new Ban(host, data)]);
}

/** Ban was lifted. */
export function onBanRemove(context: DispatchContext, data: GatewayGuildBanAddDispatchData): void {
  context.emit('guildBanRemove', (host) => [new Ban(host, data)]);
}

/** Discord did what a rule says. */
export function onAutoModerationAction(
  context: DispatchContext,
  data: GatewayAutoModerationActionExecutionDispatchData,
): void {
  context.emit('autoModerationActionExecution', (host) => [new AutoModerationExecution(host, data)]);
}

/** Rule was made. */
export function onAutoModerationRuleCreate(
  context: DispatchContext,
  data: GatewayAutoModerationRuleCreateDispatchData,
): void {
  context.emit('autoModerationRuleCreate', (host) => [new AutoModerationRule(host, data)]);
}

/** Rule changed. */
export function onAutoModerationRuleUpdate(
  context: DispatchContext,
  data: GatewayAutoModerationRuleCreateDispatchData,
): void {
  context.emit('autoModerationRuleUpdate', (host) => [new AutoModerationRule(host, data)]);
}

/** Rule was deleted. */
export function onAutoModerationRuleDelete(
  context: DispatchContext,
  data: GatewayAutoModerationRuleCreateDispatchData,
): void {
  context.emit('autoModerationRuleDelete', (host) => [new AutoModerationRule(host, data)]);
}

/** User asked to join a guild that lets people in by hand. */
export function onJoinRequestCreate(context: DispatchContext, data: JoinRequest): void {
  context.emit('guildJoinRequestCreate', () => [data]);
}

/** Request to join was answered, or changed. */
export function onJoinRequestUpdate(context: DispatchContext, data: JoinRequest): void {
  context.emit('guildJoinRequestUpdate', () => [data]);
}

/** Request to join was withdrawn. */
export function onJoinRequestDelete(context: DispatchContext, data: JoinRequest): void {
  context.emit('guildJoinRequestDelete', () => [data]);
}
