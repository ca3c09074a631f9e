/** What a failed call means for what is still to be done. */
export type FailureKind =
  /** The token may not (401, 403), or may not see it (404 where something is to be created). */
  | 'denied'
  /** The forge understands and refuses what was sent (400, 422). */
  | 'invalid'
  /** What was to be changed is gone (404, 410). */
  | 'missing'
  /** No answer, or one that says nothing: it may have been done or not. */
  | 'unsure'
  /** Nothing more comes of this run: a rate limit that lasts longer than it waits, its time is over, or the API is elsewhere. */
  | 'over';

/** A call to the forge that did not do what it should, with a sentence for the log that names no secret. */
export class ApiFailure extends Error {
  override readonly name = 'ApiFailure';
  readonly kind: FailureKind;
  /** Of the answer; undefined where there was none. */
  readonly status: number | undefined;

  constructor(kind: FailureKind, message: string, status?: number) {
    super(message);
    this.kind = kind;
    this.status = status;
  }
}

/** An answer that is not what the forge's description promises; the message says in what. */
export class OddAnswer extends Error {
  override readonly name = 'OddAnswer';
}
