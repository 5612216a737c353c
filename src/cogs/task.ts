import { checkSettings } from '../errors/check-settings.js';
import { ownerOfMethod, placeOf, refuseBare } from '../errors/decorator-site.js';
import type { HandlerDecorator } from '../pipeline/handler-decorator.js';
import type { TaskOptions } from '../tasks/task-loop.js';
import { ClassMetadata } from '../utils/class-metadata.js';

/** Entry that `@Task` leaves on its class. */
export interface DeclaredTask {
  readonly method: string;
  readonly options: TaskOptions;
}

const taskKeys = {
  at: true,
  count: true,
  cron: true,
  every: true,
  overlap: true,
  retries: true,
  after: true,
  before: true,
  error: true,
  retryDelayMs: true,
  runAtStart: true,
  stopOnError: true,
  timezone: true,
} as const;

export const taskMetadata = new ClassMetadata<DeclaredTask>('task');

/**
 * Runs the method at intervals, by a cron pattern or at times of day, from when the bot is ready until its cog is
 * unloaded.
 *
 * @example
 * ```ts member
 * @Task({ every: '5m' })
 * sweep(): void {
 *   console.log('five minutes have passed');
 * }
 *
 * @Task({ cron: '0 9 * * 1', timezone: 'Europe/Paris' })
 * async greet(): Promise<void> {
 *   await channel.send('Good morning, it is Monday.');
 * }
 * ```
 */
export function Task(options: TaskOptions): HandlerDecorator<[]>;
export function Task(options: TaskOptions, ...more: readonly unknown[]): HandlerDecorator<[]> {
  refuseBare('Task', [options, ...more], "Task({ every: '5m' })");
  return (target, method, descriptor) => {
    const owner = ownerOfMethod('Task', target, method, descriptor);
    checkSettings(options ?? {}, taskKeys, placeOf(target, method));
    taskMetadata.add(owner, { method, options });
  };
}
