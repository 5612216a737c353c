import type { Member, MessageOptions, SlashContext } from 'cogwork';
import {
  Clock,
  Cog,
  CommandGroup,
  formatTime,
  inject,
  mentionUser,
  Option,
  Paginator,
  RequirePermissions,
  SlashCommand,
} from 'cogwork';
import { checkMayActOn, guildOf } from './may-act-on.js';
import { ModLog } from './mod-log.js';
import { Warnings } from './warnings.js';

/** Every so many warnings, a member is kept from talking for an hour. */
const WARNINGS_PER_TIMEOUT = 3;
const TIMEOUT_MS = 3_600_000;
const PER_PAGE = 5;

class AddOptions {
  @Option.member('Whom') member!: Member;
  @Option.string('Why', { maxLength: 300 }) reason!: string;
}

class ListOptions {
  @Option.member('Whose') member!: Member;
}

class RemoveOptions extends ListOptions {
  @Option.integer('Its number in the list', { minValue: 1 }) number!: number;
}

@Cog({ description: 'Warnings' })
@CommandGroup('warn', 'Warnings', { contexts: ['guild'], permissions: ['ModerateMembers'] })
@RequirePermissions('ModerateMembers')
export class Warn {
  readonly #clock = inject(Clock);
  readonly #log = inject(ModLog);
  readonly #warnings = inject(Warnings);

  @SlashCommand('Warns a member', AddOptions)
  async add(ctx: SlashContext, { member, reason }: AddOptions): Promise<string> {
    checkMayActOn(ctx, member);
    const guild = guildOf(ctx);
    const warning = { atMs: this.#clock.now(), moderatorId: ctx.user.id, reason };
    const count = await this.#warnings.add(guild.id, member.id, warning);
    await this.#log.write(guild.id, { ...warning, kind: 'warning', targetId: member.id });
    const isTimeoutDue = count % WARNINGS_PER_TIMEOUT === 0 && ctx.botPermissions.has('ModerateMembers');
    if (isTimeoutDue) await member.timeout(TIMEOUT_MS, `${count} warnings`);
    return `${member.mention}, this is warning ${count}: ${reason}${isTimeoutDue ? ' (silent for an hour)' : ''}`;
  }

  @SlashCommand('Shows the warnings of a member', ListOptions)
  async list(ctx: SlashContext, { member }: ListOptions): Promise<void> {
    const warnings = await this.#warnings.of(guildOf(ctx).id, member.id);
    const lines = warnings.map(
      ({ atMs, moderatorId, reason }, index) =>
        `${index + 1}. ${reason} (${mentionUser(moderatorId)}, ${formatTime(atMs, 'R')})`,
    );
    if (lines.length === 0) lines.push(`${member.displayName} has no warnings.`);
    const pages = Array.from({ length: Math.ceil(lines.length / PER_PAGE) }, (_, page) =>
      lines.slice(page * PER_PAGE, (page + 1) * PER_PAGE).join('\n'),
    );
    await ctx.reply(pages.length > 1 ? new Paginator(pages) : pages.join(''), { ephemeral: true });
  }

  @SlashCommand('Takes a warning back', RemoveOptions)
  async remove(ctx: SlashContext, { member, number }: RemoveOptions): Promise<MessageOptions> {
    const removed = await this.#warnings.remove(guildOf(ctx).id, member.id, number);
    const content = removed ? `Taken back: ${removed.reason}` : `There is no warning ${number}.`;
    return { content, ephemeral: true };
  }
}
