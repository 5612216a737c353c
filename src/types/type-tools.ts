/** Value, or a promise of it. */
export type Awaitable<T> = T | PromiseLike<T>;

/** Any class that can be constructed, whatever its parameters. */
export type Constructor<T = object> = new (...args: never[]) => T;

/** Any class, abstract ones included: what `instanceof` accepts. */
export type AbstractConstructor<T = object> = abstract new (...args: never[]) => T;

/** Discord's 64-bit id in decimal digits, always a string. @see https://docs.discord.com/developers/reference#snowflakes */
export type Snowflake = string;
