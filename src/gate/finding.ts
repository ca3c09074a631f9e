import type { Observation, RuleCategory } from '../rules/rule.ts';
import { compareSeverity, type Severity } from '../severity.ts';

/** An observation with all that policy adds to it. */
export interface Finding extends Observation {
  readonly rule: string;
  readonly category: RuleCategory;
  readonly severity: Severity;
  readonly blocking: boolean;
  /** 64 hex digits (how-it-judges.md, "Fingerprints"). */
  readonly fingerprint: string;
  /** Of a secret: the blob ids of its files after the change, to which an ignore entry is pinned. */
  readonly blobs?: readonly string[];
}

/** A finding that an ignore entry of the base's policy covers. */
export interface Suppressed extends Finding {
  readonly reason: string;
  readonly until: string;
}

/** Every place of a finding; the first may go on over lines. */
export function placesOf(
  finding: Finding,
): readonly { readonly file: string; readonly line: number; readonly endLine?: number }[] {
  const { position, endLine, places = [] } = finding;
  if (position === undefined) return places;
  return [{ ...position, ...(endLine === undefined ? {} : { endLine }) }, ...places];
}

/** Every file a finding is in, each once. */
export function filesOf(finding: Finding): readonly string[] {
  const positions = [...(finding.position ? [finding.position] : []), ...(finding.places ?? [])];
  return [...new Set(positions.map((position) => position.file))];
}

/** Worst first, then by file, line, column, rule and fingerprint: the order of every report. */
export function compareFindings(a: Finding, b: Finding): number {
  return compareSeverity(a.severity, b.severity) || comparePlaces(a, b);
}

/** By file, line, column, rule, fingerprint, message and severity; findings without a place come first. */
export function comparePlaces(a: Finding, b: Finding): number {
  return (
    compareText(a.position?.file ?? '', b.position?.file ?? '') ||
    (a.position?.line ?? 0) - (b.position?.line ?? 0) ||
    (a.position?.column ?? 0) - (b.position?.column ?? 0) ||
    compareText(a.rule, b.rule) ||
    compareText(a.fingerprint, b.fingerprint) ||
    compareText(a.message, b.message) ||
    compareSeverity(a.severity, b.severity)
  );
}

/** By code units: the same on every machine, whatever its locale. */
function compareText(a: string, b: string): number {
  return Number(a > b) - Number(a < b);
}
