/** What a person does on the page, done in the emulated Discord. */
import type { Emulator } from '../emulator/emulator.js';
import type { Person } from '../emulator/people/person.js';
import type { SeenMessage } from '../emulator/people/seen-message.js';
import type { SeenModal } from '../emulator/people/seen-modal.js';
import { joinGuild } from '../emulator/world/make-guild.js';
import { publishMessage } from '../emulator/world/message-book.js';
import { makeThread } from '../emulator/world/thread.js';
import { InvalidInvocationError } from '../errors/invalid-invocation-error.js';
import { NoAnswerError } from '../errors/no-answer-error.js';
import type { Awaitable } from '../types/type-tools.js';
import { strikeFault } from './fault-buttons.js';
import type { DeedResult, Deeds } from './page-message.js';
import { toFields, toFile, toOptions } from './page-value.js';
import type { Viewpoint } from './viewpoint.js';

const CREATE_THREADS = 1n << 35n;
const HAS_THREAD = 1 << 5;

/** What the deeds of all pages share. */
export interface DeedScene {
  readonly emulator: Emulator;
  readonly people: Map<string, Person>;
  /** Starts the bot's process again, where there is one. */
  readonly restart: (() => Awaitable<unknown>) | undefined;
}

/** Deeds of one page: each is a method of its name. */
export class PageDeeds {
  readonly #scene: DeedScene;
  readonly #viewpoint: Viewpoint;
  readonly #modals = new Map<number, SeenModal>();
  #modalCount = 0;

  constructor(scene: DeedScene, viewpoint: Viewpoint) {
    this.#scene = scene;
    this.#viewpoint = viewpoint;
  }

  /** Does a deed; what goes wrong becomes the `error` of the result. */
  async run(name: string, input: unknown): Promise<DeedResult> {
    const deed = Object.hasOwn(this.#all, name) ? this.#all[name as keyof Deeds] : undefined;
    if (!deed) return { error: `There is no deed "${name}".` };
    try {
      return (await deed(input as never)) ?? {};
    } catch (error) {
      return { error: explain(error) };
    }
  }

  readonly #all: { readonly [D in keyof Deeds]: (input: Deeds[D]) => Awaitable<DeedResult | undefined> } = {
    view: (where) => this.#do(() => this.#viewpoint.move(where)),
    say: async ({ content, files, replyTo }) => {
      await this.#me.say(this.#place, {
        content,
        files: files.map(toFile),
        ...(replyTo === undefined ? {} : { replyTo: this.#target(replyTo) }),
      });
      return {};
    },
    edit: async ({ messageId, content }) => void (await this.#me.edit(this.#target(messageId), content)),
    delete: ({ messageId }) => this.#delete(messageId),
    react: async ({ messageId, emoji, isAdded }) => {
      const target = this.#target(messageId);
      await (isAdded ? this.#me.react(target, emoji) : this.#me.unreact(target, emoji));
      return {};
    },
    vote: async ({ messageId, answerIds }) =>
      void (await this.#me.vote(this.#target(messageId), ...answerIds)),
    thread: ({ messageId, name }) => ({ channelId: this.#startThread(messageId, name) }),
    type: async () => void (await this.#me.type(this.#place)),
    slash: async ({ name, options }) =>
      this.#answered(await this.#me.slash(this.#place, name, toOptions(options))),
    suggest: async ({ name, option, text, others }) => ({
      choices: await this.#me.suggest(this.#place, name, { option, text, others: toOptions(others) }),
    }),
    userCommand: async ({ name, userId }) =>
      this.#answered(await this.#me.userCommand(this.#place, name, { id: userId })),
    messageCommand: async ({ name, messageId }) =>
      this.#answered(await this.#me.messageCommand(this.#target(messageId), name)),
    click: async ({ messageId, customId }) =>
      this.#answered(await this.#me.click(this.#seen(messageId).button(customId))),
    select: async ({ messageId, customId, values }) =>
      this.#answered(await this.#me.select(this.#seen(messageId).select(customId), ...values)),
    submit: async ({ handle, values }) => {
      const modal = this.#modals.get(handle);
      if (!modal) throw new InvalidInvocationError('This modal is not open any more.');
      const answer = await this.#me.submit(modal, toFields(values));
      this.#modals.delete(handle);
      return this.#answered(answer);
    },
    message: ({ userId }) => ({ channelId: this.#me.directMessages({ id: userId }).id }),
    addPerson: ({ name, guildId }) => this.#do(() => this.#addPerson(name, guildId)),
    setRole: (change) => this.#do(() => this.#setRole(change)),
    fault: ({ name }) => this.#do(() => strikeFault(this.#scene.emulator.faults, name)),
    restart: async () => void (await this.#scene.restart?.()),
  };

  get #me(): Person {
    return this.#viewpoint.viewer;
  }

  get #place(): string {
    return this.#viewpoint.openChannel.data.id;
  }

  #do(act: () => unknown): DeedResult {
    act();
    return {};
  }

  #target(id: string): { readonly id: string; readonly channelId: string } {
    return { id, channelId: this.#place };
  }

  #seen(messageId: string): SeenMessage {
    const found = this.#me.read(this.#place).find(({ id }) => id === messageId);
    if (found) return found;
    throw new InvalidInvocationError('This message is not there any more.');
  }

  /** Deletes a message; one that only the viewer sees is dismissed. */
  async #delete(messageId: string): Promise<DeedResult> {
    const channel = this.#viewpoint.openChannel;
    if (channel.messages.get(messageId)?.ephemeralFor === this.#me.id) channel.messages.delete(messageId);
    else await this.#me.delete(this.#target(messageId));
    return {};
  }

  #answered(seen: SeenMessage): DeedResult {
    if (!seen.isModal) return {};
    const { modal } = seen;
    const handle = ++this.#modalCount;
    this.#modals.set(handle, modal);
    const { title, components, interaction } = modal;
    return { modal: { handle, title, botName: interaction.bot.user.username, components } };
  }

  #startThread(messageId: string, name: string): string {
    const { world } = this.#scene.emulator;
    const channel = this.#viewpoint.openChannel;
    const message = world.findMessage(channel.data.id, messageId);
    const guild = world.guildOf(channel);
    const isAllowed = (world.permissionsIn(channel, this.#me.id) & CREATE_THREADS) !== 0n;
    if (!message || !guild || !isAllowed || message.threadId !== undefined || name.trim() === '')
      throw new InvalidInvocationError(`${this.#me.name} cannot start a thread here.`);
    const thread = makeThread(world, guild, channel, {
      id: messageId,
      name: name.trim(),
      type: channel.data.type === 5 ? 10 : 11,
      ownerId: this.#me.id,
    });
    message.threadId = thread.data.id;
    message.flags |= HAS_THREAD;
    publishMessage(world, 'MESSAGE_UPDATE', message);
    return thread.data.id;
  }

  #addPerson(name: string, guildId: string): void {
    const { emulator, people } = this.#scene;
    const guild = emulator.world.guilds.get(guildId);
    if (name.trim() === '' || !guild) throw new InvalidInvocationError('A person needs a name and a guild.');
    const person = emulator.createUser(name.trim());
    people.set(person.id, person);
    joinGuild(emulator.world, guild, emulator.world.users.get(person.id)!);
  }

  #setRole({ guildId, userId, roleId, isGiven }: Deeds['setRole']): void {
    const { world } = this.#scene.emulator;
    const member = world.guilds.get(guildId)?.members.get(userId);
    if (!member) throw new InvalidInvocationError('There is no such member.');
    member.roles = member.roles.filter((id) => id !== roleId);
    if (isGiven) member.roles.push(roleId);
    world.publish({ name: 'GUILD_MEMBER_UPDATE', data: { guild_id: guildId, ...member }, guildId });
  }
}

function explain(error: unknown): string {
  if (error instanceof NoAnswerError) return 'The application did not respond';
  return error instanceof Error ? error.message : String(error);
}
