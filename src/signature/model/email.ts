/** Whether both are one address: ASCII letters without regard to case, as forges compare addresses. */
export function sameEmail(a: string, b: string): boolean {
  return isEmail(a) && (a === b || normalEmail(a) === normalEmail(b));
}

/**
 * An address, or a pattern list of addresses, in the one form it is compared in: ASCII letters in lower case. Other letters stay
 * as written, because folding them would make look-alikes equal (the Kelvin sign and k).
 */
export function normalEmail(email: string): string {
  return email.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** An address that could be somebody's: one @ between two parts, nothing that is not a character. */
export function isEmail(text: string): boolean {
  return /^[^@\s<>,\0\uFFFD]+@[^@\s<>,\0\uFFFD]+$/.test(text);
}
