import { mayHideWords, mayHold } from '../../kube/candidate.ts';

/** Whether a file can hold pods that run as one of the accounts. */
export function runsAs(bytes: Buffer, accounts: ReadonlySet<string>): boolean {
  return accounts.size > 0 && bytes.includes('serviceAccount') && mentions(bytes, accounts);
}

/** What limits the pods of a namespace, and what a namespace's own settings inherit. */
const limits = [
  'NetworkPolicy',
  'CiliumNetworkPolicy',
  'AuthorizationPolicy',
  'PeerAuthentication',
  'RequestAuthentication',
  'ResourceQuota',
  'LimitRange',
];

/** Whether a file can hold policies or limits of one of the namespaces. */
export function isolates(bytes: Buffer, namespaces: ReadonlySet<string>): boolean {
  return namespaces.size > 0 && limits.some((kind) => mayHold(bytes, kind)) && mentions(bytes, namespaces);
}

/** Of more names than these each is in some file, and looking for them all costs more than reading. */
const mostNames = 300;

/** Whether a file can hold one of the names, however it is written. */
export function mentions(bytes: Buffer, names: ReadonlySet<string>): boolean {
  if (names.size > mostNames) return true;
  for (const name of names) if (bytes.includes(name)) return true;
  return mayHideWords(bytes);
}
