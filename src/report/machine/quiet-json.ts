import { agentCommand } from '../visible.ts';

/** JSON whose text neither reorders a terminal nor is obeyed by a runner: such characters are escapes, equal once parsed. One line without `indent`. */
export function quietJson(value: unknown, indent?: number): string {
  const text = JSON.stringify(value, undefined, indent).replace(agentCommand, '#\\u0023');
  return /^[\n\x20-\x7e]*$/.test(text) ? text : text.replace(/[\p{Cf}\p{Zl}\p{Zp}\x7f-\x9f]/gu, escaped);
}

/** `\u202e`; two of them for a character beyond the first plane. */
function escaped(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}
