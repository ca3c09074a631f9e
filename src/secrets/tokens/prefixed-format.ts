import { entropy } from '../value/entropy.ts';
import type { TokenFormat } from './token-format.ts';

export const varied = (token: string): boolean => entropy(token) >= 3;

/** A format whose keyword is its prefix and whose rest is `rest`, a pattern of bounded repetitions. */
export function prefixed(id: string, name: string, prefix: string | readonly string[], rest: string): TokenFormat {
  const keywords = typeof prefix === 'string' ? [prefix] : prefix;
  const start = keywords.map((word) => word.replace(/[.+*?()[\]{}|\\/^$]/g, '\\$&')).join('|');
  return {
    id,
    name,
    keywords,
    pattern: new RegExp(`(?:${start})${rest}(?![A-Za-z0-9_])`, 'y'),
    check: varied,
    severity: 'critical',
    mask: keywords[0] ?? '',
  };
}
