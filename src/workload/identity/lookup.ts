import type { ScopeObjects } from '../../kube/scope.ts';
import { entryOf } from '../../plain-values.ts';
import { isControllerNamespace } from '../../rbac/model/placement.ts';
import type { Reach } from '../../rbac/query/account-reach.ts';
import type { Account } from '../../rbac/query/held-by-account.ts';
import { accountFinder, isOpen, type ServiceAccount, serviceAccountsOf } from './service-account.ts';
import type { Unseen } from './widening.ts';

type Find = (account: Pick<Account, 'name' | 'namespace'>) => ServiceAccount | undefined;

/** What is known of accounts in one scope. */
export interface AccountLookup {
  /** The account's object before the change. */
  readonly before: Find;
  /** The account's object after it. */
  readonly after: Find;
  /** As it was before the change, else as it is: what the change makes of an account is said of the account. */
  readonly standing: Find;
  /** What the accounts of the one list could do all along and those of the other could not. */
  beyond(to: readonly Account[], from: readonly Account[]): Reach;
  /** Why an account that nothing here says anything of counts as wide; `isSwitch` where a workload of the base is moved to it. */
  unseen(account: Account, isSwitch: boolean): Unseen | undefined;
}

/** What is asked of permissions, for one scope. */
export interface ScopeReaches {
  beyond(to: readonly Account[], from: readonly Account[]): Reach;
  isBound(account: Account): boolean;
}

/** Accounts of controllers that act on the whole cluster, where they are installed as their projects have it. */
const controllers: Readonly<Record<string, RegExp>> = {
  'flux-system':
    /^(?:flux-operator|(?:kustomize|helm|source|notification|image-automation|image-reflector)-controller)$/,
  argocd: /^argocd-(?:application-controller|server|applicationset-controller)$/,
  'argo-cd': /^argocd-(?:application-controller|server|applicationset-controller)$/,
  'openshift-gitops': /^openshift-gitops-argocd-(?:application-controller|server)$/,
  'kube-system': /^(?:tiller|cluster-autoscaler|helm-.*|cilium|cilium-operator|calico-node|aws-node)$/,
  'crossplane-system': /^crossplane$/,
  'cattle-system': /^rancher$/,
  'gatekeeper-system': /^gatekeeper-admin$/,
};

/** Answers for one scope; `isElsewhere` says whether another one declares an account. */
export function accountLookup(
  { before, after }: ScopeObjects,
  isElsewhere: (account: Account) => boolean,
  reaches: ScopeReaches,
): AccountLookup {
  const findOld = accountFinder(serviceAccountsOf(before));
  const findNew = accountFinder(serviceAccountsOf(after));
  return {
    before: findOld,
    after: findNew,
    standing: (account) => findOld(account) ?? findNew(account),
    beyond: (to, from) => reaches.beyond(to, from),
    unseen(account, isSwitch) {
      const { name, namespace } = account;
      if (reaches.isBound(account)) return undefined;
      if (name === 'default') return namespace === 'kube-system' ? 'system' : undefined;
      const isOld = findOld(account) !== undefined || isElsewhere(account);
      if (isOld) return undefined;
      // An object for an account that the cluster has already says nothing of what it may do.
      if (entryOf(controllers, namespace)?.test(name) === true) return 'controller';
      if (findNew(account) !== undefined) return undefined;
      if (!isOpen(namespace) && isControllerNamespace(namespace)) return 'controller';
      if (!isSwitch) return undefined;
      return name.includes('{{') || name.includes('${') ? 'computed' : 'undeclared';
    },
  };
}
