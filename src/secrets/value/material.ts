import { decodeBase64Text } from './decode.ts';
import { percentDecoded } from './url.ts';

/** A key as its bytes, whatever its indentation, line ends, comment marks or escapes; a URL's password decoded; any other text trimmed. */
export function canonicalSecret(text: string, format: string): string {
  if (format === 'url-userinfo') return percentDecoded(text);
  if (format === 'encoded-private-key') return canonicalSecret(keyBody(decodeBase64Text(text) ?? text), 'private-key');
  if (format !== 'private-key' && format !== 'der-private-key') return text.trim();
  return text.replace(/\\[nrt]|[\s#"'|+,]/g, '');
}

function keyBody(pem: string): string {
  return /PRIVATE KEY(?: BLOCK)?-----([^-]+)/.exec(pem)?.[1] ?? pem;
}
