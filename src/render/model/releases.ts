/** A release as its publisher names it. A commit id is none: a forge serves those of forks too. A range or branch moves. */
export function isPinnedRelease(version: string | undefined): boolean {
  return version !== undefined && /^v?\d+\.\d+(?:\.\d+)?(?:[-+.][\w.+-]*)?(?:@sha256:[0-9a-f]{64})?$/i.test(version);
}

/** Whether who publishes there alone decided what both versions are: two releases, or two ranges of as many parts (`1.2.*`, `^2.0.0`). */
export function isOtherRelease(before: string | undefined, after: string | undefined): boolean {
  if (isPinnedRelease(before) && isPinnedRelease(after)) return true;
  const form = rangeForm(before);
  return form !== undefined && form === rangeForm(after);
}

/** What a range of one major or minor version leaves open; undefined for any other version. */
function rangeForm(version: string | undefined): string | undefined {
  const [, sign = '', rest = ''] = /^([~^]?)v?\d{1,9}((?:\.(?:\d{1,9}|x|\*)){1,2})$/.exec(version ?? '') ?? [];
  const form = rest.replace(/\d+/g, '0').replaceAll('x', '*');
  return sign === '' && !form.includes('*') ? undefined : sign + form;
}
