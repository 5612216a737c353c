import type { ButtonContext, ViewLayout } from 'cogwork';
import {
  Button,
  Embed,
  formatTime,
  Input,
  Modal,
  mentionUser,
  RequirePermissions,
  State,
  View,
  ViewOptions,
} from 'cogwork';
import { findMember } from './may-act-on.js';

/** What was done to whom. */
export interface Deed {
  readonly kind: 'ban' | 'kick' | 'purge' | 'timeout' | 'unban' | 'warning';
  readonly atMs: number;
  readonly moderatorId: string;
  readonly reason: string;
  /** Member it was done to, or the channel that was purged. */
  readonly targetId: string;
}

const COLORS = {
  ban: 0xed4245,
  kick: 0xe67e22,
  purge: 0x5865f2,
  timeout: 0xfee75c,
  unban: 0x57f287,
  warning: 0xfee75c,
};

@Modal('Note')
class Note {
  @Input.paragraph('What should others know?', { maxLength: 200 }) text!: string;
}

/**
 * Entry of the moderation log, to which moderators add notes.
 *
 * It is soon too long for custom ids, so its state is in the bot's `StateStore`: in SQLite, as everything else.
 */
@ViewOptions({ id: 'case', timeoutMs: null, stateTtlMs: 365 * 86_400_000 })
export class CaseFile extends View {
  @State.json() deed: Deed = { atMs: 0, kind: 'warning', moderatorId: '', reason: '', targetId: '' };
  @State.json() notes: string[] = [];
  @State.boolean() isLifted = false;

  static of(deed: Deed): CaseFile {
    return Object.assign(new CaseFile(), { deed });
  }

  override render(): ViewLayout {
    const { atMs, kind, moderatorId, reason, targetId } = this.deed;
    const target = kind === 'purge' ? `<#${targetId}>` : mentionUser(targetId);
    const embed = new Embed()
      .setTitle(this.isLifted ? `${kind} (lifted)` : kind)
      .setColor(COLORS[kind])
      .setDescription(`${target} by ${mentionUser(moderatorId)}, ${formatTime(atMs, 'R')}\n${reason}`);
    if (this.notes.length > 0) embed.addField('Notes', this.notes.join('\n'));
    return { embeds: [embed] };
  }

  @Button({ label: 'Add a note', disabled: (file: CaseFile) => file.notes.length >= 5 })
  @RequirePermissions('ModerateMembers')
  async note(ctx: ButtonContext): Promise<void> {
    const answer = await ctx.ask(Note);
    if (!answer) return;
    this.notes.push(`${ctx.user.mention}: ${answer.values.text.slice(0, 180)}`);
    await answer.ctx.update(this);
  }

  @Button({
    label: 'Lift',
    style: 'danger',
    hidden: ({ deed, isLifted }: CaseFile) => isLifted || (deed.kind !== 'ban' && deed.kind !== 'timeout'),
  })
  @RequirePermissions('BanMembers', 'ModerateMembers')
  async lift(ctx: ButtonContext): Promise<void> {
    const { guild, user } = ctx;
    const { kind, targetId } = this.deed;
    const reason = `Lifted by ${user.username}`;
    if (kind === 'ban') await guild?.bans.remove(targetId, reason);
    else if (guild) await (await findMember(guild, targetId))?.timeout(null, reason);
    this.isLifted = true;
    await ctx.update(this);
  }
}
