/**
 * Compiles what a cog declared into one closure, once; an invocation calls the closure and nothing else.
 *
 *     checks ─▶ max concurrency ─▶ cooldown ─▶ arguments ─▶ before ─▶ handler + answer ─▶ after ─▶ release
 *
 * The order is the same for every kind of handler. Checks come first because they are free of side effects; a place is
 * taken before the cooldown counts, so that a refused run costs nothing; arguments are read last, because converters
 * may ask Discord. After hooks run whenever the handler was started, and never when it was not. Whatever is thrown at
 * any step goes to the error chain, so a compiled handler never rejects.
 */
import { UserFacingError } from '../errors/user-facing-error.js';
import { isLineWanted } from '../utils/is-line-wanted.js';
import { isPromiseLike } from '../utils/is-promise-like.js';
import type { CheckContext } from './check-context.js';
import type { CommandTrace, HandlerStep } from './command-channel.js';
import { noteHandlerFailure } from './command-channel.js';
import { compileGuards } from './compile-guards.js';
import { compileHooks } from './compile-hooks.js';
import { declaredErrorHandlers } from './declared-error-handlers.js';
import { describeOrigin } from './describe-origin.js';
import type { CompiledHandler, HandlerDefinition, HandlerOrigin, InvocationContext } from './handler.js';
import type { CommandResult } from './hooks.js';
import { factsOf } from './invocation-facts.js';
import { InvocationServices } from './invocation-services.js';
import type { PipelineTools } from './pipeline-tools.js';
import { isAsyncGenerator, sendResult } from './send-result.js';

/** Runs all steps for one invocation on the object that the handler is a method of; rejects with what failed. */
type Run<Ctx> = (
  self: object,
  ctx: Ctx,
  raw: readonly unknown[],
  trace: CommandTrace | undefined,
) => Promise<void>;

/** Compiles one handler; the result never rejects. */
export function compileHandler<Ctx extends InvocationContext>(
  definition: HandlerDefinition<Ctx>,
  tools: PipelineTools,
): CompiledHandler<Ctx> {
  const { origin, target } = definition;
  const { activity, clock, errors, logger, observer } = tools;
  const isLogged = isLineWanted(logger, 'trace', 'pipeline');
  let run = typeof target === 'function' ? undefined : compileSteps(target.constructor, definition, tools);
  const nearest = (self: object | undefined): ReturnType<typeof declaredErrorHandlers> | undefined =>
    self && declaredErrorHandlers(self, origin.method);
  const attempt = async (ctx: Ctx, raw: readonly unknown[], trace?: CommandTrace): Promise<void> => {
    const startedMs = isLogged ? clock.monotonicNow() : 0;
    const services = new InvocationServices(ctx, tools.services);
    let self: object | undefined;
    try {
      observer?.invoked?.(ctx, origin);
      const found = typeof target === 'function' ? target(ctx) : target;
      self = found;
      run ??= compileSteps(found.constructor, definition, tools);
      await run(found, ctx, raw, trace);
      observer?.completed?.(ctx, origin);
      definition.completed?.(ctx);
    } catch (error) {
      noteFailure(trace, error);
      observer?.failed?.(ctx, origin, error);
      await errors.handle(error, origin, ctx, nearest(self));
    } finally {
      const leaving = ctx.ended?.();
      if (leaving) await leaving;
      const ending = services.end();
      // The user has an answer by now, so nobody is told but who handles errors.
      if (ending)
        await ending.catch((error: unknown) => errors.handle(error, origin, undefined, nearest(self)));
      if (isLogged) {
        const durationMs = clock.monotonicNow() - startedMs;
        logger.trace?.('pipeline', `${describeOrigin(origin)} ended`, { durationMs, ...factsOf(ctx) });
      }
    }
  };
  return async (ctx, ...raw) => {
    await activity.run(origin, (trace) => attempt(ctx, raw, trace), ctx);
  };
}

function compileSteps<Ctx extends InvocationContext>(
  owner: object,
  definition: HandlerDefinition<Ctx>,
  tools: PipelineTools,
): Run<Ctx> {
  const { method, origin, resolveArguments } = definition;
  const guards = compileGuards(owner, origin, tools);
  const hooks = compileHooks(owner, origin, tools);
  return async (self, ctx, raw, trace) => {
    const checked = ctx as unknown as CheckContext;
    enter('checks', ctx, trace);
    const checking = guards.check(checked, trace);
    if (checking) await checking;
    enter('limits', ctx, trace);
    const entering = guards.enter(checked);
    const leave = typeof entering === 'function' ? entering : await entering;
    try {
      enter('options', ctx, trace);
      const resolving = resolveArguments ? resolveArguments(ctx, raw) : raw;
      const args = isPromiseLike(resolving) ? await resolving : resolving;
      enter('hooks', ctx, trace);
      const preparing = hooks.before(self, checked);
      if (preparing) await preparing;
      enter('handler', ctx, trace);
      const result = await settle(ctx, () => Reflect.apply(method, self, [ctx, ...args]), origin);
      const following = hooks.after(self, checked, result);
      if (following) await following;
      if (!result.ok) throw result.error;
    } finally {
      leave();
    }
  };
}

/** Steps as a context calls them when it says what was slow. */
const stepNames: Readonly<Record<HandlerStep, string>> = {
  checks: 'its checks',
  limits: 'its limits',
  options: 'reading its options',
  hooks: 'its hooks',
  handler: 'the handler',
};

function enter(step: HandlerStep, ctx: InvocationContext, trace: CommandTrace | undefined): void {
  ctx.entered?.(stepNames[step]);
  if (trace) trace.step = step;
}

/** Tells who watches how it ended: what a user may know of, before the handler was started, is a refusal. */
function noteFailure(trace: CommandTrace | undefined, error: unknown): void {
  if (!trace) return;
  if (error instanceof UserFacingError && trace.step !== 'handler') {
    trace.outcome = 'refused';
    trace.refusedBy ||= error.name;
  }
  noteHandlerFailure(trace, error);
}

/** Runs the handler and sends its answer; gives the value that it ended with, or what it threw. */
async function settle(
  ctx: InvocationContext,
  run: () => unknown,
  origin: HandlerOrigin,
): Promise<CommandResult> {
  try {
    const result = run();
    const value = isAsyncGenerator(result) ? result : await result;
    if (value !== undefined) await sendResult(ctx, value, origin);
    return { ok: true, value };
  } catch (error) {
    return { ok: false, error };
  }
}
