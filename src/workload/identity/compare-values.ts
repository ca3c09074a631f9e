import { groupBy } from '../../groups.ts';
import type { Resource } from '../../kube/resource.ts';
import { canonical, mapping } from '../../plain-values.ts';
import type { ChartValues } from '../charts/chart-values.ts';
import type { ValuesSides } from '../charts/values.ts';
import { type TokenSetting, type ValuesAccounts, valuesAccounts } from '../charts/values-accounts.ts';
import { pairObjects } from '../model/pair-objects.ts';
import { podChanges } from '../model/pair-pods.ts';
import { widenedAccounts } from './compare-accounts.ts';
import { widenedPods } from './compare-pods.ts';
import type { AccountLookup } from './lookup.ts';
import type { IdentityWidening } from './widening.ts';

interface Read {
  readonly resource: Resource;
  readonly values: ChartValues;
  readonly accounts: ValuesAccounts;
}

/** As whom values of charts newly let pods act: accounts that they name, tokens that they turned off, identities at clouds. */
export function* widenedValues({ before, after }: ValuesSides, lookup: AccountLookup): Generator<IdentityWidening> {
  const read = (all: readonly ChartValues[]): readonly Read[] =>
    all.map((values) => ({ resource: values.resource, values, accounts: valuesAccounts(values) }));
  const [old, now] = [read(before), read(after)];
  const pods = (all: readonly Read[]) => all.flatMap(({ accounts }) => accounts.pods);
  yield* widenedPods(podChanges(pods(old), pods(now)), () => [], lookup);
  const accounts = (all: readonly Read[]) => all.flatMap((each) => each.accounts.accounts);
  yield* widenedAccounts({ before: accounts(old), after: accounts(now) }, lookup);
  const keyOf = ({ values: { resource, part } }: Read) =>
    JSON.stringify([resource.group, resource.kind, resource.namespace, resource.name, part]);
  for (const { before: was, after: is } of pairObjects(old, now, keyOf)) {
    if (was !== undefined && is !== undefined) yield* newTokens(was, is);
  }
}

/** Tokens that values kept from pods, and no longer do: what the account can do, the chart says. */
function* newTokens(was: Read, is: Read): Generator<IdentityWidening> {
  const keyOf = ({ names }: TokenSetting) => JSON.stringify(names);
  const now = groupBy(is.accounts.tokens, keyOf);
  const moved = renamed(was, is);
  for (const setting of was.accounts.tokens) {
    const [stated] = now.get(keyOf(setting)) ?? [];
    if (setting.isMounted || stated?.isMounted === false) continue;
    if (stated === undefined && moved.has(setting)) continue;
    const { values, resource } = is;
    const part = [values.part, ...setting.names].filter((each) => each !== '').join('.');
    const former = was.resource.at(setting.path);
    yield {
      kind: 'chart-automount',
      resource,
      part,
      position: resource.at(stated?.path ?? setting.path),
      severity: 'medium',
      account: '',
      reach: { permissions: [], unknown: [] },
      unseen: undefined,
      removedAt: stated === undefined && former.file === resource.file ? former : undefined,
    };
  }
}

/** The settings whose mapping is gone, while one with the same content is new under another name. */
function renamed(was: Read, is: Read): ReadonlySet<TokenSetting> {
  const mappingOf = ({ values }: Read, { names }: TokenSetting) =>
    names.reduce<unknown>(
      (value, name) => (Array.isArray(value) ? value[Number(name)] : mapping(value)[name]),
      values.value,
    );
  const open = is.accounts.tokens.filter((each) => mappingOf(was, each) === undefined);
  const contents = groupBy(open, (each) => canonical(mappingOf(is, each)));
  const isGone = (each: TokenSetting) => mappingOf(is, each) === undefined;
  return new Set(
    was.accounts.tokens.filter(
      (each) => isGone(each) && contents.get(canonical(mappingOf(was, each)))?.pop() !== undefined,
    ),
  );
}
