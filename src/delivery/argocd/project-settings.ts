import type { Loosening } from '../../kube/loosening.ts';
import { isSameValue, json, list, type Mapping, mapping, scalarText, strings } from '../../plain-values.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';
import type { Path } from '../../yaml/document.ts';
import { readPattern, witnessesOf } from '../model/pattern.ts';

/** What fields of a project other than its fences newly let happen, from one spec to the other. */
export function settingsLoosened(was: Mapping, is: Mapping): readonly Loosening[] {
  return [
    ...sourceNamespaces(was, is),
    ...signatures(was, is),
    ...scopedClusters(was, is),
    ...serviceAccounts(was, is),
    ...windows(was, is),
  ];
}

/** Namespaces of applications, by glob or by `/regular expression/` (argo-cd, util/glob, MatchStringInList). */
function sourceNamespaces(was: Mapping, is: Mapping): readonly Loosening[] {
  const added = gainedNames(strings(was.sourceNamespaces), strings(is.sourceNamespaces));
  if (added.length === 0) return [];
  const index = list(is.sourceNamespaces).indexOf(added[0]);
  return [
    {
      what: `newly takes Applications from namespace ${enumerate(added)}: whoever may create them there deploys with this project`,
      remedy: 'Name the namespaces whose owners are meant to deploy by this project.',
      severity: 'high',
      path: ['spec', 'sourceNamespaces', index],
      subject: ['sourceNamespaces', ...[...added].sort()],
    },
  ];
}

/** The patterns of the one list that match what none of the other does. Those that cannot be compared count unless they are there as they are. */
export function gainedNames(before: readonly string[], after: readonly string[]): readonly string[] {
  const isExpression = (text: string) => text.length > 1 && text.startsWith('/') && text.endsWith('/');
  const old = before.filter((each) => !isExpression(each)).map((each) => readPattern(each));
  return after.filter((each) => {
    if (before.includes(each)) return false;
    if (isExpression(each)) return true;
    const own = readPattern(each);
    const asked = witnessesOf([...old, own]);
    return asked?.some((name) => own.matches(name) && !old.some(({ matches }) => matches(name))) !== false;
  });
}

/** Keys that commits have to be signed with. */
function signatures(was: Mapping, is: Mapping): readonly Loosening[] {
  const keys = (spec: Mapping) => list(spec.signatureKeys).map((each) => scalarText(mapping(each).keyID));
  const [old, now] = [keys(was), keys(is)];
  const added = now.filter((key) => !old.includes(key));
  const keep = 'Keep the keys that commits have to be signed with.';
  const common = { remedy: keep, severity: 'high', path: ['spec', 'signatureKeys'] } as const;
  const found: Loosening[] = [];
  if (old.length > 0 && now.length === 0 && is.sourceIntegrity === undefined) {
    const what = 'no longer demands that commits are signed before they are deployed';
    found.push({ ...common, what, path: ['spec'], formerPath: ['spec', 'signatureKeys'], subject: ['signatureKeys'] });
  } else if (old.length > 0 && added.length > 0) {
    const what = `newly deploys commits that are signed with the key ${enumerate(added)}`;
    found.push({ ...common, what, severity: 'medium', subject: ['signatureKeys', ...added] });
  }
  if (was.sourceIntegrity !== undefined && !isSameValue(was.sourceIntegrity, is.sourceIntegrity)) {
    const isGone = is.sourceIntegrity === undefined;
    found.push({
      ...common,
      what: isGone
        ? 'no longer checks the integrity of sources'
        : 'checks the integrity of sources otherwise than before',
      severity: isGone ? 'high' : 'medium',
      path: ['spec', 'sourceIntegrity'],
      ...(isGone ? { formerPath: ['spec', 'sourceIntegrity'] } : {}),
      subject: ['sourceIntegrity', ...(isGone ? ['gone'] : ['changed', json(is.sourceIntegrity)])],
    });
  }
  return found;
}

function scopedClusters(was: Mapping, is: Mapping): readonly Loosening[] {
  const field = 'permitOnlyProjectScopedClusters';
  if (was[field] !== true || is[field] === true) return [];
  return [
    {
      what: 'newly lets its applications deploy into clusters that are not the project’s own',
      remedy: `Keep ${field}: true.`,
      severity: 'high',
      path: ['spec', field],
      ...(is[field] === undefined ? { formerPath: ['spec', field] } : {}),
      subject: [field],
    },
  ];
}

/** As whom applications are deployed, where Argo CD impersonates: what another account may do is not known. */
function serviceAccounts(was: Mapping, is: Mapping): readonly Loosening[] {
  const field = 'destinationServiceAccounts';
  const read = (spec: Mapping) =>
    list(spec[field]).map((each) => {
      const { server, namespace, defaultServiceAccount } = mapping(each);
      return { where: json([scalarText(server), scalarText(namespace)]), account: scalarText(defaultServiceAccount) };
    });
  const old = read(was);
  return read(is).flatMap(({ where, account }, index): readonly Loosening[] => {
    const former = old.find((each) => each.where === where);
    if (former === undefined || former.account === account) return [];
    return [
      {
        what: `newly deploys as ServiceAccount ${account}, not as ${former.account}`,
        remedy: 'Compare what the two accounts may do, and keep the one that may do less.',
        severity: 'high',
        path: ['spec', field, index, 'defaultServiceAccount'],
        subject: [field, where, account],
      },
    ];
  });
}

interface Window {
  readonly isDeny: boolean;
  readonly isManual: boolean;
  readonly key: string;
  readonly text: string;
  readonly path: Path;
}

/**
 * When applications may be deployed (argo-cd, SyncWindows.CanSync): never while a window that denies is open; where there are
 * windows that allow, only while one of them is.
 */
function windows(was: Mapping, is: Mapping): readonly Loosening[] {
  const [old, now] = [readWindows(was), readWindows(is)];
  const isIn = (windows: readonly Window[], { key }: Window) => windows.some((each) => each.key === key);
  const [closed, open] = [old.filter(({ isDeny }) => isDeny), old.filter(({ isDeny }) => !isDeny)];
  const isUnbound = now.every(({ isDeny }) => isDeny);
  const closing = now.filter((each) => each.isDeny && !isIn(old, each)).map(({ key }) => key);
  const gone = [...closed.filter((each) => !isIn(now, each)), ...(isUnbound ? open : [])];
  const added = open.length === 0 ? [] : now.filter((each) => !each.isDeny && !isIn(old, each));
  const manual = now.filter((each) => each.isManual && old.some(({ key, isManual }) => key === each.key && !isManual));
  const common = { remedy: 'Keep the windows in which nothing is deployed.', severity: 'medium' } as const;
  return [
    ...gone.slice(0, 1).map((each) => ({
      ...common,
      what: `newly lets applications be deployed outside of its former windows: ${gone.map(({ text }) => text).join('; ')}`,
      path: ['spec', 'syncWindows'],
      formerPath: each.path,
      subject: ['syncWindows', ...gone.map(({ key }) => key).sort(), ...closing.sort()],
    })),
    ...added.map((each) => ({
      ...common,
      what: `newly lets applications be deployed in another window: ${each.text}`,
      path: each.path,
      subject: ['syncWindows', each.key],
    })),
    ...manual.map((each) => ({
      ...common,
      what: `newly lets people deploy by hand in spite of its window: ${each.text}`,
      path: [...each.path, 'manualSync'],
      subject: ['syncWindows', 'manualSync', each.key],
    })),
  ];
}

function readWindows(spec: Mapping): readonly Window[] {
  return list(spec.syncWindows).map((each, index) => {
    const { manualSync, description: _, ...window } = mapping(each);
    const kind = scalarText(window.kind);
    return {
      isDeny: kind === 'deny',
      isManual: manualSync === true,
      key: json(Object.entries(window).sort(([a], [b]) => (a < b ? -1 : 1))),
      text: `${kind} ${scalarText(window.schedule)} for ${scalarText(window.duration)}`,
      path: ['spec', 'syncWindows', index],
    };
  });
}
