/** Comments by which scanners pass over their own line: gitleaks, TruffleHog, detect-secrets, Checkov, Trivy. */
const ownLine =
  /gitleaks:allow|trufflehog:ignore|pragma:[ ]?(?:allow|white)list[ -]secret|checkov:skip=CKV|trivy:ignore:/;
/** A comment of detect-secrets about the line after it. */
const nextLine = /pragma:[ ]?(?:allow|white)list[ -]nextline[ -]secret/;

/** Whether a comment lets another scanner pass over a place. Lines are counted from 1. */
export function commentAllows(
  lines: readonly string[] | undefined,
  { line, endLine = line }: { readonly line: number; readonly endLine?: number },
): boolean {
  if (lines === undefined) return false;
  return nextLine.test(lines[line - 2] ?? '') || lines.slice(line - 1, endLine).some((text) => ownLine.test(text));
}
