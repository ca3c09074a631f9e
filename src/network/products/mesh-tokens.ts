import type { Loosening } from '../../kube/loosening.ts';
import type { Resource } from '../../kube/resource.ts';
import { isSameValue, json, list, type Mapping, mapping, scalarText, strings } from '../../plain-values.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';
import type { Path } from '../../yaml/document.ts';
import { rootNamespace } from './mesh-settings.ts';

/** Tokens of one issuer that are taken, with their place in the policy. */
interface TokenRule {
  readonly issuer: string;
  readonly value: Mapping;
  readonly path: Path;
}

/**
 * What a RequestAuthentication (security.istio.io/v1) no longer asks of tokens. A request without one passes all the same, and a token of an issuer
 * that none of the rules for its pods names does not: fewer issuers are not a loss, as long as there is one. `others` are all
 * there are now.
 */
export function tokensLoosened(
  before: Resource,
  after: Resource | undefined,
  others: readonly Resource[],
): readonly Loosening[] {
  const [was, is] = [rulesOf(before.value), rulesOf(after?.value)];
  if (was.length === 0) return [];
  if (is.length === 0) return others.some((each) => checksFor(each, before)) ? [] : [unchecked(after === undefined)];
  const known = new Map(was.map((each) => [each.issuer, each.value]));
  return is.flatMap(({ issuer, value, path }) => {
    const former = known.get(issuer);
    if (former === undefined)
      return [
        loosening(
          `newly takes tokens of the issuer ${issuer}`,
          'medium',
          path,
          issuer,
          json([value.audiences, value.jwksUri, value.jwks]),
        ),
      ];
    return ruleLoosened(issuer, former, value, path);
  });
}

/** Whether a RequestAuthentication checks the tokens of all requests that another one is for: the rules of all that are for a pod count together. */
function checksFor(one: Resource, other: Resource): boolean {
  const [wide, own] = [one, other].map(({ value }) => mapping(value.spec));
  const isAsWide = ['selector', 'targetRef', 'targetRefs'].every(
    (field) => json(mapping(wide)[field] ?? {}) === '{}' || isSameValue(mapping(wide)[field], mapping(own)[field]),
  );
  const isThere = one.namespace === other.namespace || one.namespace === rootNamespace;
  return isThere && isAsWide && rulesOf(one.value).length > 0;
}

function rulesOf(value: Mapping | undefined): readonly TokenRule[] {
  return list(mapping(value?.spec).jwtRules).map((each, index) => ({
    issuer: scalarText(mapping(each).issuer),
    value: mapping(each),
    path: ['spec', 'jwtRules', index],
  }));
}

function ruleLoosened(issuer: string, was: Mapping, is: Mapping, path: Path): readonly Loosening[] {
  const [old, now] = [strings(was.audiences), strings(is.audiences)];
  const added = now.filter((each) => !old.includes(each));
  const found: Loosening[] = [];
  if (old.length > 0 && (now.length === 0 || added.length > 0)) {
    const whom = now.length === 0 ? 'everybody' : enumerate(added);
    found.push(
      loosening(
        `newly takes tokens of ${issuer} that are for ${whom}`,
        'medium',
        [...path, 'audiences'],
        issuer,
        ...(now.length === 0 ? [] : added),
      ),
    );
  }
  if (!isSameValue([was.jwksUri, was.jwks], [is.jwksUri, is.jwks])) {
    const isElsewhere = hostOf(was.jwksUri) !== hostOf(is.jwksUri);
    const at = is.jwksUri === undefined ? 'jwks' : 'jwksUri';
    const severity = isElsewhere ? 'high' : 'medium';
    found.push(
      loosening(
        `verifies the tokens of ${issuer} by other keys than before`,
        severity,
        [...path, at],
        issuer,
        json([is.jwksUri, is.jwks]),
      ),
    );
  }
  return found;
}

function hostOf(address: unknown): string {
  return /^[a-z]+:\/\/([^/?#]*)/i.exec(scalarText(address))?.[1]?.toLowerCase() ?? '';
}

function loosening(
  what: string,
  severity: Loosening['severity'],
  path: Path,
  issuer: string,
  ...gained: readonly string[]
): Loosening {
  const remedy = 'Take only tokens of issuers, for audiences and by keys that are meant for what is behind it.';
  return { what, remedy, severity, path, subject: ['tokens', issuer, String(path[3] ?? 'issuer'), ...gained] };
}

function unchecked(isGone: boolean): Loosening {
  return {
    what: isGone ? 'is gone: nothing checks the tokens of requests' : 'no longer checks the tokens of requests',
    remedy: 'Keep its rules: without them what is behind it takes a token for good that nobody has verified.',
    severity: 'high',
    path: ['spec'],
    formerPath: ['spec'],
    subject: ['tokens', 'unchecked'],
  };
}
