/** Bodies of webhooks in the forms of others. @see https://docs.discord.com/developers/resources/webhook#execute-slackcompatible-webhook */

import { defined } from '../defined.js';
import type { Form } from '../form.js';

type Body = Record<string, unknown>;

/** Message that a body in Slack's form stands for. */
export function fromSlack(form: Form): Body {
  const content = form.string('text', { max: 2000 });
  const username = form.string('username', { max: 80 });
  const attachments = form.list('attachments', { max: 10 });
  const embeds = attachments?.map((attachment) =>
    defined({
      title: attachment.string('title', { max: 256 }),
      url: attachment.string('title_link'),
      description: attachment.string('text', { max: 4096 }),
      color: colorOf(attachment.string('color')),
      footer: wrap('text', attachment.string('footer', { max: 2048 })),
      author: wrap('name', attachment.string('author_name', { max: 256 })),
      image: wrap('url', attachment.string('image_url')),
      thumbnail: wrap('url', attachment.string('thumb_url')),
      fields: attachment.list('fields', { max: 25 })?.map((field) => ({
        name: field.string('title', { required: true }),
        value: field.string('value', { required: true }),
        inline: field.boolean('short') ?? false,
      })),
    }),
  );
  form.check();
  return defined({ content, username, embeds });
}

function wrap(key: string, value: string | undefined): Body | undefined {
  return value === undefined ? undefined : { [key]: value };
}

function colorOf(text: string | undefined): number | undefined {
  return text !== undefined && /^#[\da-f]{6}$/i.test(text) ? Number.parseInt(text.slice(1), 16) : undefined;
}

/** What GitHub sends, as far as it is read. */
interface GithubEvent {
  readonly action?: string;
  readonly sender?: { readonly login: string; readonly html_url?: string };
  readonly repository?: { readonly full_name: string };
  readonly issue?: GithubSubject;
  readonly pull_request?: GithubSubject;
  readonly commits?: readonly { readonly message: string }[];
}

interface GithubSubject {
  readonly number: number;
  readonly title: string;
  readonly html_url?: string;
}

/** Message about an event of GitHub; nothing for events that are not told. */
export function fromGithub(body: unknown, event: string | undefined): Body | undefined {
  const { action, sender, repository, issue, pull_request: pull, commits } = (body ?? {}) as GithubEvent;
  const place = repository ? `[${repository.full_name}] ` : '';
  const subject = pull ?? issue;
  const title = subject
    ? `${pull ? 'Pull request' : 'Issue'} ${action ?? 'changed'}: #${subject.number} ${subject.title}`
    : event === 'push' || commits
      ? `${commits?.length ?? 0} new commits`
      : undefined;
  if (title === undefined) return undefined;
  const author = wrap('name', sender?.login);
  const embed = defined({ title: `${place}${title}`.slice(0, 256), url: subject?.html_url, author });
  return { username: 'GitHub', embeds: [embed] };
}
