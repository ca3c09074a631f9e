/** What tokens, passwords and URLs are written with. */
const word = String.raw`[\w+/=.~:@%$&?#!-]`;
const lastWord = new RegExp(`${word}*$`);
const firstWord = new RegExp(`^${word}*`);

/**
 * At most the first `most` characters of a text, without the word that the cut goes through: half a token is a secret that
 * nothing recognises any more.
 */
export function clipped(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most).replace(lastWord, '')}…`;
}

/** The same for the end of a text. */
export function clippedStart(text: string, most: number): string {
  return text.length <= most ? text : `…${text.slice(-most).replace(firstWord, '')}`;
}
