/** Whether a template or a variable fills in a key or a value. */
export function isFilledIn(text: string): boolean {
  return /[{$]/.test(text);
}
