import { ArrayMaxSize, Equals, Length, Matches } from 'class-validator';
import type { SlashContext, User } from 'cogwork';
import { Cog, Form, Input, Modal, SlashCommand } from 'cogwork';

@Modal('You')
class AboutYou {
  @Input.text('Name on the shirt') @Length(2, 12) name!: string;
  @Input.text('Number on the shirt') @Matches(/^[1-9]\d?$/, { message: 'take one from 1 to 99' }) shirt = '7';
}

@Modal('Your team')
class AboutTeam {
  @Input.user('Who plays with you?', { multiple: true, maxValues: 3 }) @ArrayMaxSize(3) mates!: User[];
  @Input.checkboxes('Can you play on', ['Friday', 'Saturday', 'Sunday']) days!: (
    | 'Friday'
    | 'Saturday'
    | 'Sunday'
  )[];
  @Input.checkbox('I have read the rules') @Equals(true, { message: 'read the rules first' }) agrees = false;
}

@Cog({ description: 'The tournament' })
export class SignUp {
  /** Two modals in a row, with a button between them, because Discord lets no modal answer a modal. */
  @SlashCommand('Enters you for the tournament')
  async signUp(ctx: SlashContext): Promise<void> {
    const form = new Form([AboutYou, AboutTeam], { continueLabel: 'On to your team' });
    const filled = await form.fill(ctx);
    if (!filled) return;
    const [{ name, shirt }, { days, mates }] = filled.values;
    const team = mates.map(({ displayName }) => displayName).join(', ');
    await filled.ctx.update({
      content: `${name} (${shirt}) with ${team}, on ${days.join(' or ')}`,
      components: [],
    });
  }
}
