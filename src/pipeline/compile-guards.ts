import { scopeOf } from '../di/injectable.js';
import { CheckFailedError } from '../errors/check-failed-error.js';
import type { Constructor } from '../types/type-tools.js';
import type { CheckContext } from './check-context.js';
import type { CheckFunction, CheckLike, CheckObject } from './checks/check-like.js';
import { isCheckClass } from './checks/check-like.js';
import type { CommandTrace } from './command-channel.js';
import { guardsOf } from './guard-metadata.js';
import type { HandlerOrigin } from './handler.js';
import { servicesOf } from './invocation-services.js';
import { ConcurrencyLimit } from './limits/concurrency-limit.js';
import type { ConcurrencySettings } from './limits/concurrency-settings.js';
import { compileCooldown } from './limits/cooldown.js';
import { MemoryCooldownStore } from './limits/memory-cooldown-store.js';
import type { PipelineTools } from './pipeline-tools.js';

/** What a handler has to pass before its options are read. */
export interface CompiledGuards {
  /** Runs the checks in order; throws what the first that refuses says. Nothing to wait for where there are none. */
  check(ctx: CheckContext, trace?: CommandTrace): Promise<void> | undefined;
  /** Takes a place of each concurrency limit and counts the cooldowns; gives the places back when called. */
  enter(ctx: CheckContext): Promise<() => void> | (() => void);
}

/** Compiles the guards of one handler; each part is absent from the closures when nothing of it is declared. */
export function compileGuards(owner: object, origin: HandlerOrigin, tools: PipelineTools): CompiledGuards {
  const guards = guardsOf(owner, origin.method);
  const checks = guards.flatMap(({ check }) => (check ? [checkFunction(check, tools)] : []));
  const places = guards.flatMap(({ concurrency }) =>
    concurrency ? [sharedLimit(tools, concurrency, origin)] : [],
  );
  const store = tools.cooldowns ?? sharedStore(tools);
  const cooldowns = guards.flatMap(({ cooldown }, index) =>
    cooldown
      ? [compileCooldown(cooldown, `${origin.cog}.${origin.method}/${index}`, store, tools.clock)]
      : [],
  );
  const runChecks = async (ctx: CheckContext, trace: CommandTrace | undefined): Promise<void> => {
    for (const check of tools.botSteps?.checks ?? []) await runCheck(check, ctx, trace);
    for (const check of checks) await runCheck(check, ctx, trace);
  };
  const takePlaces = async (ctx: CheckContext): Promise<() => void> => {
    const releases: Array<() => void> = [];
    const leave = (): void => {
      for (const release of releases.splice(0).reverse()) release();
    };
    try {
      for (const limit of places) releases.push(await limit.acquire(ctx));
      for (const count of cooldowns) await count(ctx);
    } catch (error) {
      leave();
      throw error;
    }
    return leave;
  };
  const isOpen = places.length === 0 && cooldowns.length === 0;
  return {
    check: (ctx, trace) =>
      checks.length > 0 || tools.botSteps?.checks.size ? runChecks(ctx, trace) : undefined,
    enter: (ctx) => (isOpen ? leaveNothing : takePlaces(ctx)),
  };
}

function leaveNothing(): void {
  // no place was taken
}

/** What the handlers of one bot share: those of a hybrid command count together. */
const stores = new WeakMap<PipelineTools, MemoryCooldownStore>();
const limits = new WeakMap<PipelineTools, WeakMap<ConcurrencySettings, Map<string, ConcurrencyLimit>>>();

function sharedStore(tools: PipelineTools): MemoryCooldownStore {
  return remember(stores, tools, () => new MemoryCooldownStore());
}

function sharedLimit(
  tools: PipelineTools,
  settings: ConcurrencySettings,
  origin: HandlerOrigin,
): ConcurrencyLimit {
  const ofBot = remember(limits, tools, () => new WeakMap());
  const ofGuard = remember(ofBot, settings, () => new Map<string, ConcurrencyLimit>());
  return remember(ofGuard, `${origin.cog}.${origin.method}`, () => new ConcurrencyLimit(settings));
}

function remember<K, V>(
  map: { get(key: K): V | undefined; set(key: K, value: V): unknown },
  key: K,
  make: () => V,
): V {
  const known = map.get(key);
  if (known) return known;
  const made = make();
  map.set(key, made);
  return made;
}

async function runCheck(check: CheckFunction, ctx: CheckContext, trace?: CommandTrace): Promise<void> {
  // Whoever watches is told the name beforehand: a check may throw an error of its own.
  if (trace) trace.refusedBy = check.name;
  if ((await check(ctx)) === false) throw new CheckFailedError(undefined, check.name);
  if (trace) delete trace.refusedBy;
}

/** Class checks are built now, so that one that cannot be built is found at registration. */
function checkFunction(check: CheckLike, { services }: PipelineTools): CheckFunction {
  if (!isCheckClass(check)) return check as CheckFunction;
  if (scopeOf(check) === 'invocation')
    return named(check.name, (ctx) => servicesOf(ctx).resolve<CheckObject>(check).check(ctx));
  const instance = services
    ? services.resolve<CheckObject>(check)
    : new (check as Constructor<CheckObject>)();
  return named(check.name, (ctx) => instance.check(ctx));
}

function named(name: string, run: CheckFunction): CheckFunction {
  return Object.defineProperty(run, 'name', { value: name });
}
