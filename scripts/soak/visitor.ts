import { setTimeout as wait } from 'node:timers/promises';
import type { EmulatedChannel, Person, SeenMessage } from '../../src/emulator/index.js';
import type { SeededRandom } from './random.js';

const LONGEST_PAUSE_MS = 200;
const PRESSES_PER_COUNTER = 10;

/** Somebody who keeps a bot busy in a channel of its own, with one thing after another. */
export class Visitor {
  invocations = 0;
  answers = 0;
  readonly #person: Person;
  readonly #channel: EmulatedChannel;
  readonly #random: SeededRandom;
  readonly #wrong: string[] = [];
  /** Messages that the bot should have written here by now; a press edits one instead. */
  #messages = 0;
  #counter: { readonly message: SeenMessage; readonly count: number } | undefined;

  constructor(person: Person, channel: EmulatedChannel, random: SeededRandom) {
    this.#person = person;
    this.#channel = channel;
    this.#random = random;
  }

  /** What was answered wrongly, not at all, or more than once. */
  get problems(): string[] {
    const written = this.#channel.transcript.filter((line) => line.startsWith('soaked: ')).length;
    const doubled = `${this.#channel.name}: the bot wrote ${written} messages instead of ${this.#messages}`;
    return written === this.#messages ? this.#wrong : [...this.#wrong, doubled];
  }

  /** Goes on until the signal is aborted. */
  async visit(signal: AbortSignal): Promise<void> {
    const deeds = [this.#ping, this.#add, this.#sum, this.#press, this.#press];
    while (!signal.aborted) {
      await this.#do(this.#random.pick(deeds));
      await wait(this.#random.between(0, LONGEST_PAUSE_MS));
    }
  }

  async #do(deed: () => Promise<string | undefined>): Promise<void> {
    this.invocations += 1;
    const problem = await deed.call(this).catch((error: Error) => `${error.name}: ${error.message}`);
    if (problem === undefined) this.answers += 1;
    else this.#wrong.push(`${this.#channel.name}: ${problem}`);
  }

  #ping(): Promise<string | undefined> {
    return this.#say('ping', 'pong');
  }

  #sum(): Promise<string | undefined> {
    const { a, b } = this.#numbers();
    return this.#say(`!sum ${a} ${b}`, `${a} + ${b} = ${a + b}`);
  }

  async #add(): Promise<string | undefined> {
    const { a, b } = this.#numbers();
    this.#messages += 1;
    const { content } = await this.#person.slash(this.#channel, 'add', { a, b });
    return compare(content, `${a} + ${b} = ${a + b}`);
  }

  /** Presses the button of the counter, or asks for a new counter when there is none or it had enough. */
  async #press(): Promise<string | undefined> {
    const { message: old, count } = this.#counter ?? {};
    this.#counter = undefined;
    if (old === undefined || count === undefined || count >= PRESSES_PER_COUNTER) {
      this.#messages += 1;
      return this.#look(await this.#person.slash(this.#channel, 'counter'), 0);
    }
    return this.#look(await this.#person.click(old.button(`Pressed ${count} times`)), count + 1);
  }

  /** Looks at the counter, and keeps it only if it is right. */
  #look(message: SeenMessage, count: number): string | undefined {
    const problem = compare(message.buttons[0]?.label, `Pressed ${count} times`);
    if (problem === undefined) this.#counter = { message, count };
    return problem;
  }

  async #say(text: string, expected: string): Promise<string | undefined> {
    this.#messages += 1;
    const said = await this.#person.say(this.#channel, text);
    return compare(said.reply?.content, expected);
  }

  #numbers(): { readonly a: number; readonly b: number } {
    return { a: this.#random.between(0, 999), b: this.#random.between(0, 999) };
  }
}

function compare(actual: string | undefined, expected: string): string | undefined {
  return actual === expected
    ? undefined
    : `expected "${expected}", saw ${JSON.stringify(actual) ?? 'nothing'}`;
}
