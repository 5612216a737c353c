/** Whether a value can be waited for. */
export function isPromiseLike(value: unknown): value is PromiseLike<unknown>;
export function isPromiseLike<T>(value: T | PromiseLike<T>): value is PromiseLike<T>;
export function isPromiseLike(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}
