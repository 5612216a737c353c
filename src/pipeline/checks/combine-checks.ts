import { AnyCheckFailedError } from '../../errors/any-check-failed-error.js';
import { CheckError } from '../../errors/check-error.js';
import { CheckFailedError } from '../../errors/check-failed-error.js';
import type { CheckContext } from '../check-context.js';
import type { CheckFunction } from './check-like.js';

/** Check that passes when one of several does; they are asked in order. */
export function anyOf(...checks: readonly CheckFunction[]): CheckFunction {
  return async (ctx) => {
    const errors: Error[] = [];
    for (const check of checks) {
      const error = await refusal(check, ctx);
      if (!error) return;
      errors.push(error);
    }
    throw new AnyCheckFailedError(errors);
  };
}

/** Check that passes when all of several do. */
export function allOf(...checks: readonly CheckFunction[]): CheckFunction {
  return async (ctx) => {
    for (const check of checks) {
      const error = await refusal(check, ctx);
      if (error) throw error;
    }
  };
}

/** Check that passes when another refuses. */
export function not(check: CheckFunction): CheckFunction {
  return async (ctx) => (await refusal(check, ctx)) !== undefined;
}

/** Why a check refuses; `undefined` when it passes. An error that is not a refusal goes on as it is. */
async function refusal(check: CheckFunction, ctx: CheckContext): Promise<Error | undefined> {
  try {
    return (await check(ctx)) === false ? new CheckFailedError(undefined, check.name) : undefined;
  } catch (error) {
    if (error instanceof CheckError) return error;
    throw error;
  }
}
