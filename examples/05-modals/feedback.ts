import { IsEmail, Length, MinLength } from 'class-validator';
import type { MessageOptions, ModalContext, SlashContext } from 'cogwork';
import { Cog, Embed, Input, Modal, OnSubmit, SlashCommand } from 'cogwork';

/** Lengths become limits of Discord's own; every rule is checked again when the modal comes back. */
@Modal('Feedback')
export class Feedback {
  @Input.select('About', ['the shop', 'the website', 'something else'])
  about!: 'the shop' | 'the website' | 'something else';

  @Input.paragraph('What happened?', { placeholder: 'In your own words' })
  @Length(20, 1000)
  story!: string;

  @Input.text('Your e-mail', { description: 'Only if you want an answer', required: false })
  @IsEmail({}, { message: 'write it as in name@example.com' })
  @MinLength(6)
  email?: string;
}

@Cog({ description: 'Tell us' })
export class FeedbackDesk {
  /** Opens the modal and is done; whenever it is submitted, also after a restart, `take` gets it. */
  @SlashCommand('Tells us what you think')
  async feedback(ctx: SlashContext): Promise<void> {
    await ctx.showModal(Feedback);
  }

  @OnSubmit(Feedback)
  take({ user }: ModalContext, { about, email, story }: Feedback): MessageOptions {
    const embed = new Embed()
      .setTitle(`About ${about}`)
      .setDescription(story)
      .setFooter(email ? `Answer to ${email}` : 'No answer wanted');
    return { content: `Thank you, ${user.displayName}!`, embeds: [embed], ephemeral: true };
  }
}
