import { groupBy } from '../../groups.ts';
import { isKustomization } from '../../kube/kustomization.ts';
import type { FileSide, Scope, TouchedFile } from '../../kube/touched-file.ts';
import type { SecretOccurrence } from '../judge/secret-occurrence.ts';
import { sopsFormatOf } from '../sops/content.ts';
import { type CreationRule, isSopsConfig } from '../sops/creation-rules.ts';
import { sopsLeaves } from '../sops/leaves.ts';
import { isDescriptive, isSelected } from '../sops/selectors.ts';
import type { BothConfigs, SopsCover } from './sops-config.ts';

/** New files that are not encrypted although a creation rule covers them; one entry a rule and scope. */
export interface SopsPlainFiles {
  readonly scope: Scope;
  /** At least one. */
  readonly files: readonly string[];
  readonly config: string;
  readonly regex: string;
  /** Encrypted files that the rule covers and that were looked at; undefined for Secrets, which are to be encrypted in any case. */
  readonly others: number | undefined;
}

/** The rule by which a new file should have been encrypted: the base's, else the change's own; undefined where it is encrypted or none covers it. */
export function ruleOfPlain(
  { path, before, after, movedFrom }: TouchedFile,
  configs: BothConfigs,
): PlainRule | undefined {
  if (before !== undefined || movedFrom !== undefined || after === undefined || isSopsConfig(path)) return undefined;
  if (!/^(?:manifest|text|binary|template)$/.test(after.structure) || after.size === 0) return undefined;
  if (sopsFormatOf(after) !== undefined && after.text.includes('ENC[AES256_GCM')) return undefined;
  const was = configs.before.ruleFor(path);
  const found = was.is === 'rule' ? was : configs.after.ruleFor(path);
  if (found.is !== 'rule' || isKustomization(path) || !selectsAny(found.rule, after)) return undefined;
  return { rule: found.rule, side: found === was ? 'before' : 'after' };
}

/** Whether a rule's selectors find anything to encrypt in a file: a Namespace has nothing. */
function selectsAny({ selectors }: CreationRule, { structure, documents, unreadable }: FileSide): boolean {
  if (structure !== 'manifest' || unreadable.length > 0) return true;
  return sopsLeaves(documents, () => undefined).some(
    (leaf) => !isDescriptive(leaf.keys[0] ?? '') && isSelected(selectors, leaf) !== false,
  );
}

export interface PlainRule {
  readonly rule: CreationRule;
  /** The side whose `.sops.yaml` has it. */
  readonly side: 'before' | 'after';
}

/**
 * Secrets with something in them that is secret, and files among others that are all encrypted: a rule that covers plain files as
 * well means only what its selectors find in Secrets.
 */
export function sopsPlainFiles(
  touched: readonly TouchedFile[],
  { configs, amongEncrypted }: SopsCover,
  written: readonly SecretOccurrence[],
): readonly SopsPlainFiles[] {
  const inSecrets = new Set(
    written.filter(({ is, object }) => is === 'literal' && object?.kind === 'Secret').map(({ file }) => file),
  );
  const plain = touched.flatMap((file) => {
    const others = amongEncrypted.get(file.path);
    if (others === undefined && !inSecrets.has(file.path)) return [];
    const found = ruleOfPlain(file, configs);
    return found === undefined ? [] : [{ file, rule: found.rule, others }];
  });
  const groups = groupBy(plain, ({ file, rule, others }) =>
    JSON.stringify([file.scope, rule.config.path, rule.path, others === undefined]),
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { file, rule, others } = first;
    const files = group.map((each) => each.file.path);
    return [{ scope: file.scope, files, config: rule.config.path, regex: rule.regex, others }];
  });
}
