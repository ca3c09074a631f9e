import { hasSequence, isFamiliarShape, isWordy, looksRandom } from './entropy.ts';
import { speaksOfItself } from './placeholder.ts';

/** Whether a text is what a generator made, and not a name with a few made-up characters in it. */
export function isMachineMade(text: string): boolean {
  return (
    text.length >= 16 &&
    looksRandom(text) &&
    text.split(/[^A-Za-z0-9+=]+/).some((run) => run.length >= 12 && looksRandom(run))
  );
}

/**
 * A password as people make them: eight characters or more, of three kinds, digits among them. Names of things are known by
 * their words: `PostgresClientKey1`, `Api-Token-v2`.
 */
export function looksHumanMade(text: string): boolean {
  if (!/^[\w.!@#$%^&*?~+-]{8,128}$/.test(text) || !/\d/.test(text) || !/[A-Za-z].*[A-Za-z]/.test(text)) return false;
  if (isFamiliarShape(text) || hasSequence(text) || /^[$%]|^\w+\.\w+(?:\.\w+)*$/.test(text)) return false;
  // A channel or a person: `#alerts-prod1`.
  if (/^[#@]/.test(text) && isWordy(text.slice(1))) return false;
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[!@#$%^&*?~+]/].filter((kind) => kind.test(text)).length;
  if (kinds < 3) return false;
  if (!isWordy(text)) return true;
  const words = text.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  return /[!#$%^&*?~]/.test(text) || (words.length >= 3 && !words.some(speaksOfItself));
}
