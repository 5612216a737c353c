/** What tells the appearances of one item apart, when it is in a message several times. */
export type ItemValue = string | number | boolean;

/** Value, or a function of the view that gives it; for an item with `each`, of the view and the value at hand. */
export type OfView<V, T, Each = never> = T | ((view: V, value: Each) => T);

/** Arguments that a handler gets for `each`: its value, where there is one. */
export type EachArgument<Each> = [Each] extends [never] ? [] : [value: Each];
