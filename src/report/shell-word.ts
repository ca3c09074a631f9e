/** A word as a shell takes it: `plain` where that needs no quotes and no pattern is in it, else `exact` in quotes. */
export function shellWord(plain: string, exact = plain): string {
  return /^[\w./:+@-]+$/.test(plain) ? plain : quoted(exact);
}

/** A text as one word of a shell, whatever is in it. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
