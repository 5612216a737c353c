/** One thing taken away, and where its loss must be noticed. */
export interface Mutant {
  readonly name: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly tests: string;
}
