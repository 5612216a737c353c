/** Type of a decorator's target that does not fit; its parameter is the sentence the compiler shows. */
export interface Misfit<Reason extends string> {
  readonly 'cogwork refuses this': Reason;
}

/** Whether a type is `any`, which would let every check below pass. */
type IsAny<T> = 0 extends 1 & T ? true : false;

/** Whether two types accept each other's values. */
type IsSame<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

/**
 * `unknown` when property `K` of `T` can hold exactly what an option gives, a `Misfit` otherwise.
 *
 * Both directions are checked: a property wider than the option hides mistakes, a narrower one is a lie.
 */
export type Fits<T, K extends keyof T, Value, Required extends boolean> =
  IsAny<T[K]> extends true
    ? Misfit<'the property is any'>
    : undefined extends T[K]
      ? Required extends true
        ? Misfit<'the property admits undefined, but the option is required: say { required: false } or drop the ?'>
        : FitsValue<Exclude<T[K], undefined>, Value>
      : Required extends false
        ? Misfit<'the option is not required, so the property must admit undefined: write it with a ?'>
        : FitsValue<T[K], Value>;

type FitsValue<Actual, Value> =
  IsSame<Actual, Value> extends true
    ? unknown
    : Misfit<'the property has another type than the option gives'>;
