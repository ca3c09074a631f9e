import { visible } from '../visible.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for element content and quoted attributes, of HTML and of XML 1.0 alike. */
export function htmlText(text: string): string {
  return visible(text).replace(/[&<>"']/g, (character) => entities[character] ?? '');
}

/** A sentence as element content: what is between backticks is code. */
export function htmlProse(text: string): string {
  return htmlText(text).replace(/`([^`]+)`/g, '<code>$1</code>');
}
