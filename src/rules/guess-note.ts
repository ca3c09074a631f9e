import type { Position } from '../kube/resource.ts';

/** What is said of a place that is a guess: what is taken away has no line of its own any more, and may have had one before. */
export function guessNote(removedAt: Position | undefined): string {
  if (removedAt === undefined || removedAt.isGuess === true) return 'No single line does it: this is the nearest.';
  return `Removed here: line ${removedAt.line} of ${removedAt.file} before the change.`;
}
