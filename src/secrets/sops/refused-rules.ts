import type { CreationRule, SopsConfigs } from './creation-rules.ts';

/** A rule that states several selectors, and the one that is new. */
export interface RefusedRule {
  readonly rule: CreationRule;
  readonly name: string;
}

/** What the rules of one configuration that have one pattern state. */
interface Stated {
  readonly selectors: Set<string>;
  readonly names: Set<string>;
}

/** Rules that newly state several selectors: SOPS refuses them, and encrypts nothing by them (config.go, configFromRule). */
export function refusedRules(before: SopsConfigs, after: SopsConfigs): readonly RefusedRule[] {
  const known = statedIn(before);
  return after.all.flatMap(({ rules = [] }) =>
    rules.flatMap((rule) => {
      const { names, stated } = rule.selectors;
      const former = known.get(keyOf(rule));
      if (names.length < 2 || former?.selectors.has(stated) === true) return [];
      return [{ rule, name: names.findLast((each) => former?.names.has(each) !== true) ?? (names.at(-1) as string) }];
    }),
  );
}

const keyOf = ({ config, regex }: CreationRule): string => `${config.path}\0${regex}`;

function statedIn({ all }: SopsConfigs): ReadonlyMap<string, Stated> {
  const found = new Map<string, Stated>();
  for (const rule of all.flatMap(({ rules = [] }) => rules)) {
    const own = found.get(keyOf(rule)) ?? { selectors: new Set(), names: new Set() };
    found.set(keyOf(rule), own);
    own.selectors.add(rule.selectors.stated);
    for (const name of rule.selectors.names) own.names.add(name);
  }
  return found;
}
