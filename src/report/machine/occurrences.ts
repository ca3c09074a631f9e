import type { Finding } from '../../gate.ts';

/** For each finding which one of its fingerprint it is, from 1: formats that want unique ids tell namesakes apart by it. */
export function occurrences(findings: readonly Finding[]): readonly number[] {
  const seen = new Map<string, number>();
  return findings.map(({ fingerprint }) => {
    const number = (seen.get(fingerprint) ?? 0) + 1;
    seen.set(fingerprint, number);
    return number;
  });
}
