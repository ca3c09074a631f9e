/** Raised where history or objects are missing or damaged and no remote can give them: the run could not be judged. */
export class MissingObjectsError extends Error {
  readonly remedy: string;

  constructor(message: string, remedy: string) {
    super(message);
    this.name = 'MissingObjectsError';
    this.remedy = remedy;
  }
}

/** Raised where the remote answered that it has no such ref. */
export class AbsentRefError extends MissingObjectsError {}
