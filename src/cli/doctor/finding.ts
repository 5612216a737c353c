/** What the doctor found out about one thing. */
export interface Finding {
  /** Short name of the thing. */
  readonly name: string;
  /** `ok`; `warn` for what to know, but not to repair; `fail` for what does not work. */
  readonly level: 'ok' | 'warn' | 'fail';
  readonly detail: string;
  /** What to do about it. */
  readonly advice?: string;
}
