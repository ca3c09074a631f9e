/** Something of a run that could not be judged: why, and what to do. */
export interface Unjudged {
  readonly what: string;
  readonly remedy: string;
}
