/** Severities from worst to least; the order is the comparison. */
export const severities = ['critical', 'high', 'medium', 'low'] as const;

export type Severity = (typeof severities)[number];

/** Negative when `a` is worse than `b`: sorts worst first. */
export function compareSeverity(a: Severity, b: Severity): number {
  return severities.indexOf(a) - severities.indexOf(b);
}

/** The severity `steps` below (never under low). */
export function lower(severity: Severity, steps = 1): Severity {
  return severities[Math.min(severities.indexOf(severity) + steps, severities.length - 1)] ?? 'low';
}

/** The severity one step above, never over critical; what is low stays low. */
export function raise(severity: Severity): Severity {
  if (severity === 'low') return 'low';
  return severities[Math.max(severities.indexOf(severity) - 1, 0)] ?? 'critical';
}

/** The worse of the two. */
export function worse(a: Severity, b: Severity): Severity {
  return compareSeverity(a, b) <= 0 ? a : b;
}
