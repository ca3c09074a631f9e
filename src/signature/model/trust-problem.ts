/** Key material of the base that could not be read. */
export interface TrustProblem {
  readonly file: string;
  /** 1-based; undefined where the whole file is meant. */
  readonly line: number | undefined;
  /** One sentence: what is wrong. */
  readonly what: string;
}
