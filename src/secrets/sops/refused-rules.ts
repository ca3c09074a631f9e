import type { CreationRule, SopsConfigs } from './creation-rules.ts';

/** A rule that states several selectors, and the one that is new. */
export interface RefusedRule {
  readonly rule: CreationRule;
  readonly name: string;
}

/** Rules that newly state several selectors: SOPS refuses them, and encrypts nothing by them (config.go, configFromRule). */
export function refusedRules(before: SopsConfigs, after: SopsConfigs): readonly RefusedRule[] {
  return after.all.flatMap(({ path, rules = [] }) =>
    rules.flatMap((rule) => {
      const { names, stated } = rule.selectors;
      if (names.length < 2) return [];
      const same =
        before.all.find((each) => each.path === path)?.rules?.filter(({ regex }) => regex === rule.regex) ?? [];
      if (same.some(({ selectors }) => selectors.stated === stated)) return [];
      const known = new Set(same.flatMap(({ selectors }) => selectors.names));
      return [{ rule, name: names.findLast((each) => !known.has(each)) ?? names.at(-1) ?? '' }];
    }),
  );
}
