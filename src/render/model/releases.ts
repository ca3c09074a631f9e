/** A release as its publisher names it. A commit id is none: a forge serves those of forks too. A range or branch moves. */
export function isPinnedRelease(version: string | undefined): boolean {
  return version !== undefined && /^v?\d+\.\d+(?:\.\d+)?(?:[-+.][\w.+-]*)?(?:@sha256:[0-9a-f]{64})?$/i.test(version);
}
