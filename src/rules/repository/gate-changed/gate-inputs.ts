import { isSameValue, type Mapping, mapping, scalarText } from '../../../plain-values.ts';
import { severities } from '../../../severity.ts';

/** Inputs of the action and the component that only shape where findings are shown. */
const harmless = [
  'github-token',
  'comment',
  'summary-comment',
  'max-comments',
  'name',
  'report-dir',
  'stage',
  'security-reports',
  'junit-report',
  'kubernetes-version',
];

/** Inputs of the gate that change so that something may pass which did not: their names. */
export function loosenedInputs(before: unknown, after: unknown): readonly string[] {
  const [was, is] = [mapping(before), mapping(after)];
  return changedKeys(was, is).filter((name) => {
    if (harmless.includes(name)) return false;
    if (name === 'version') return !isLaterRelease(`gate@${was[name]}`, `gate@${is[name]}`);
    if (name === 'render') return was[name] === 'required';
    return name !== 'fail-on' || strictness(is[name]) < strictness(was[name]);
  });
}

/** The keys whose values differ, in the order of the first mapping and then the second. */
export function changedKeys(before: Mapping, after: Mapping): readonly string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (key) => !isSameValue(before[key], after[key]),
  );
}

/** Larger is stricter. Nothing, or `policy`, leaves it to the policy and so to the default; what is not a severity may be anything. */
function strictness(failOn: unknown): number {
  if (failOn === undefined || failOn === '' || failOn === 'policy') return severities.indexOf('high');
  return severities.map(String).indexOf(scalarText(failOn));
}

/**
 * Whether a reference to the gate goes from one release to the same or a later one: `owner/repository@v1.2.0` to
 * `owner/repository@v1.3.0`. A commit id says nothing of what it holds, and can come from a fork.
 */
export function isLaterRelease(before: unknown, after: unknown): boolean {
  if (typeof before !== 'string' || typeof after !== 'string') return false;
  const [was, is] = [release(before), release(after)];
  if (!was || !is || was.name !== is.name) return false;
  for (const [index, number] of is.version.entries()) {
    const old = was.version[index] ?? 0;
    if (number !== old) return number > old;
  }
  return true;
}

function release(reference: string): { name: string; version: readonly number[] } | undefined {
  const [, name, version] = /^([^@\s]+)@v?([0-9]{1,6}(?:\.[0-9]{1,6}){0,2})$/.exec(reference) ?? [];
  return name === undefined || version === undefined ? undefined : { name, version: version.split('.').map(Number) };
}
