/** Codes of all errors that the package throws; each class has its own literal, so `@OnError` cannot confuse two. */
export type ErrorCode = 'INVALID_TOKEN' | 'INVALID_OPTION' | 'NOT_READY';
