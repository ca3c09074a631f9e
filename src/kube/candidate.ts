export function isCandidate(bytes: Buffer): boolean {
  return ['Role', 'serviceAccount', '\\', '\0'].some((needle) => bytes.includes(needle));
}
