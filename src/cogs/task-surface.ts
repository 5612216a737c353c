import { InvalidDefinitionError } from '../errors/invalid-definition-error.js';
import { InvalidScheduleError } from '../errors/invalid-schedule-error.js';
import type { EventBus } from '../events/event-bus.js';
import type { CogSurface, LoadedCog } from '../pipeline/cog-surface.js';
import { declaredErrorHandlers } from '../pipeline/declared-error-handlers.js';
import type { HandlerOrigin } from '../pipeline/handler.js';
import type { PipelineTools } from '../pipeline/pipeline-tools.js';
import { createSchedule } from '../tasks/schedule.js';
import type { TaskHook, TaskOptions } from '../tasks/task-loop.js';
import { TaskLoop } from '../tasks/task-loop.js';
import type { Awaitable } from '../types/type-tools.js';
import type { DeclaredTask } from './task.js';
import { taskMetadata } from './task.js';

/** Runs the `@Task` methods of cogs: from when the bot is ready, or at once when it is already. */
export class TaskSurface implements CogSurface {
  readonly #tools: PipelineTools;
  readonly #tasks = new Map<string, TaskLoop>();
  #isStarted = false;

  constructor(events: EventBus, tools: PipelineTools) {
    this.#tools = tools;
    events.once('clientReady', () => this.startAll(), {
      cog: 'tasks',
      method: 'startAll',
      isIncidental: true,
    });
  }

  /** Task by the names of its cog and method. */
  get(cog: string, method: string): TaskLoop | undefined {
    return this.#tasks.get(`${cog}.${method}`);
  }

  /** Tasks by `Cog.method`. */
  get all(): ReadonlyMap<string, TaskLoop> {
    return this.#tasks;
  }

  /** Starts every task that waits for the bot to be ready, and from now on each at once. */
  startAll(): void {
    this.#isStarted = true;
    for (const task of this.#tasks.values()) if (!task.isRunning) task.start();
  }

  check({ cogClass }: LoadedCog): void {
    for (const { method, options } of taskMetadata.of(cogClass)) {
      try {
        createSchedule(options);
        checkHooks(cogClass.prototype, options);
      } catch (error) {
        throw new InvalidDefinitionError((error as Error).message, `${cogClass.name}.${method}`);
      }
    }
  }

  attach(cog: LoadedCog): () => void {
    const added = taskMetadata.of(cog.cogClass).map((declared) => {
      const key = `${cog.name}.${declared.method}`;
      const task = this.#compile(cog, declared);
      this.#tasks.set(key, task);
      if (this.#isStarted) task.start();
      return { key, task };
    });
    return () => {
      for (const { key, task } of added) {
        task.cancel();
        this.#tasks.delete(key);
      }
    };
  }

  #compile({ instance, name: cog }: LoadedCog, { method, options }: DeclaredTask): TaskLoop {
    const { activity, clock, errors } = this.#tools;
    const origin: HandlerOrigin = { kind: 'task', name: method, cog, method };
    const call = (hook: TaskHook): (() => Awaitable<unknown>) => {
      const run = hookOf(instance, hook);
      return () => activity.track(origin, () => run());
    };
    const body = hookOf(instance, method);
    const { after, before, error: own } = options;
    return new TaskLoop(options, {
      body: () => activity.run(origin, () => body()),
      clock,
      ...(before === undefined ? {} : { before: call(before) }),
      ...(after === undefined ? {} : { after: call(after) }),
      onError: async (error) => {
        const chain = declaredErrorHandlers(instance, method);
        try {
          if (own !== undefined && (await hookOf(instance, own)(error)) !== false) return;
          await errors.handle(error, origin, undefined, chain);
        } catch (cause) {
          await errors.handle(cause, origin, undefined, chain);
        }
      },
    });
  }
}

type HookFunction = (error?: unknown) => Awaitable<unknown>;

/** Hook as a function: the method of a cog, or what was given. */
function hookOf(instance: object, hook: TaskHook | ((error: unknown) => unknown)): HookFunction {
  if (typeof hook === 'function') return hook as HookFunction;
  return (error) => (instance as Record<string, HookFunction>)[hook]!(error);
}

function checkHooks(prototype: object, { after, before, error }: TaskOptions): void {
  for (const hook of [after, before, error]) {
    if (typeof hook !== 'string' || typeof (prototype as Record<string, unknown>)[hook] === 'function')
      continue;
    throw new InvalidScheduleError(`the class has no method "${hook}", which the task names`);
  }
}
