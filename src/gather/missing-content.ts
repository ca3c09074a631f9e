import { MissingObjectsError } from '../git/repository.ts';

/**
 * A file whose blob is neither in the clone nor at its remote. That is a lack of the run, not of the file: with it
 * nothing can be said of the change (how-it-judges.md, "Outcomes and exit codes").
 */
export function missingContent(path: string, id: string): MissingObjectsError {
  return new MissingObjectsError(
    `The content of ${path} (blob ${id}) is not in this clone and could not be fetched.`,
    'Clone without a filter and with the whole history, or give a token that may read the repository.',
  );
}
