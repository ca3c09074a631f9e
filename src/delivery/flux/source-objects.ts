import type { Loosening } from '../../kube/loosening.ts';
import {
  isMapping,
  itemsBeyond,
  json,
  list,
  type Mapping,
  mapping,
  scalarText,
  text,
  valueUnder,
} from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';

/**
 * What a source of Flux newly takes without being certain whose it is: signatures that are no longer verified, connections
 * that anybody can answer (fluxcd/source-controller, api/v1). `at` is where its spec is: a HelmRelease holds one of a chart.
 */
export function sourceLoosened(before: Mapping, after: Mapping, at: Path): readonly Loosening[] {
  const [was, is] = [before, after].map((each) => mapping(valueUnder(each, ...at.map(String)))) as [Mapping, Mapping];
  return [...verification(was, is, at), ...connection(was, is, at)];
}

const keep = 'Keep verify, with the keys or identities of those who publish.';

function verification(was: Mapping, is: Mapping, at: Path): readonly Loosening[] {
  if (!isMapping(was.verify)) return [];
  const path = [...at, 'verify'];
  if (!isMapping(is.verify)) {
    const what = 'no longer verifies the signatures of what it delivers';
    return [{ what, remedy: keep, severity: 'high', path: at, formerPath: path, subject: ['verify'] }];
  }
  return [...mode(was.verify, is.verify, path), ...identities(was.verify, is.verify, path)];
}

/** What is verified of a GitRepository (GitRepositorySpec.Verification): the commit, the tag, or both. */
function mode(was: Mapping, is: Mapping, path: Path): readonly Loosening[] {
  const verified = ({ mode: each }: Mapping) => {
    const stated = scalarText(each);
    return stated === 'TagAndHEAD' ? ['the tag', 'the commit'] : stated === 'Tag' ? ['the tag'] : ['the commit'];
  };
  const lost = verified(was).filter((each) => !verified(is).includes(each));
  if (lost.length === 0) return [];
  return [
    {
      what: `no longer verifies the signature of ${lost.join(' and ')}`,
      remedy: `Keep mode: ${scalarText(was.mode) || 'HEAD'}.`,
      severity: 'medium',
      path: [...path, 'mode'],
      subject: ['verify', 'mode', ...lost],
    },
  ];
}

/** Whose signatures count: identities for keyless ones, else the keys of a Secret. */
function identities(was: Mapping, is: Mapping, path: Path): readonly Loosening[] {
  const [old = [], now = []] = [was, is].map((verify) => list(verify.matchOIDCIdentity));
  const provider = [was, is].map((verify) => scalarText(verify.provider));
  const secret = [was, is].map(({ secretRef }) => text(mapping(secretRef).name));
  const field = 'matchOIDCIdentity';
  if (secret[0] !== undefined && secret[0] !== secret[1]) {
    const what =
      secret[1] === undefined
        ? 'no longer verifies signatures by the keys it had'
        : 'verifies signatures by other keys';
    const severity = secret[1] === undefined ? 'high' : 'medium';
    const subject = ['verify', 'secretRef', json([provider[1], secret[1], now.map(json)])];
    return [{ what, remedy: keep, severity, path: [...path, 'secretRef'], subject }];
  }
  if (old.length > 0 && now.length === 0) {
    const what = 'newly accepts signatures of anybody';
    return [{ what, remedy: keep, severity: 'high', path, formerPath: [...path, field], subject: ['verify', field] }];
  }
  const added = old.length === 0 ? [] : itemsBeyond(old, now);
  if (added.length > 0) {
    const what = 'newly accepts signatures of another identity';
    const subject = ['verify', field, ...added.map(json).sort()];
    return [{ what, remedy: keep, severity: 'medium', path: [...path, field, now.indexOf(added[0])], subject }];
  }
  if (provider[0] === provider[1]) return [];
  const what = `verifies signatures by ${provider[1]}, not by ${provider[0]}`;
  return [
    {
      what,
      remedy: keep,
      severity: 'medium',
      path: [...path, 'provider'],
      subject: ['verify', 'provider', provider[1] ?? ''],
    },
  ];
}

function connection(was: Mapping, is: Mapping, at: Path): readonly Loosening[] {
  const remedy = 'Keep TLS and its verification: whoever is between decides what is deployed.';
  const isPlain = ({ insecure, url }: Mapping) => insecure === true || /^http:\/\//.test(scalarText(url));
  if (isPlain(was) || !isPlain(is)) return [];
  const what = 'newly fetches what it delivers without a verified connection';
  const path = [...at, is.insecure === true ? 'insecure' : 'url'];
  return [{ what, remedy, severity: 'high', path, subject: ['insecure'] }];
}
