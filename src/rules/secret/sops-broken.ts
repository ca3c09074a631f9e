import { addTo, groupBy } from '../../groups.ts';
import type { Scope } from '../../kube/touched-file.ts';
import { isOffIn } from '../../policy/rule-levels.ts';
import type { SopsFault } from '../../secrets/compare/broken-sops.ts';
import { objectName } from '../../secrets/compare/describe.ts';
import type { OpenLeaf, OpenLeaves } from '../../secrets/compare/open-leaves.ts';
import type { SopsConfigFault } from '../../secrets/compare/sops-config.ts';
import type { Severity } from '../../severity.ts';
import type { Evidence } from '../evidence.ts';
import type { Observation, Rule } from '../rule.ts';
import { givesRecipients, observeConfig, observePlain } from './sops-config.ts';

/** Finds what a change takes from the protection that SOPS gives: readable leaves, a lost MAC, new recipients, weaker creation rules. */
export const sopsBroken: Rule = {
  id: 'sops-broken',
  category: 'secret',
  severity: 'high',
  summary:
    'A file that SOPS encrypts has readable values, lost its MAC, or can newly be decrypted by others; `.sops.yaml` is weaker.',
  *check(evidence) {
    const { sopsConfig, sopsPlain, sops } = evidence.secrets;
    const { open, faults } = sops;
    const isReported = reportedAsPlaintext(evidence);
    for (const group of open) {
      const leaves = group.leaves.filter((leaf) => !isReported(leaf));
      const [first, ...others] = leaves;
      if (first !== undefined) yield readable(group, first, others);
    }
    const isSaid = reportedAsUnread(evidence);
    // A recipient that the change gives to a rule and to its files is one finding: that of the rule.
    const [own, ofRules] = partition(
      faults.filter((fault) => !isSaid(fault)),
      (fault) => !isOfRule(fault, sopsConfig),
    );
    const causes = groupBy(own, ({ is, scope, gained, lost, isStated }) =>
      JSON.stringify([is, scope, gained, lost, isStated]),
    );
    for (const [first, ...others] of causes.values()) if (first !== undefined) yield weakened(first, others);
    yield* observeConfig(sopsConfig, ofRules);
    yield* observePlain(sopsPlain, holdsReported(evidence));
  },
};

/** Fields that are named in the message; the details name more. */
const most = 3;
const mostFields = 50;
/** A recipient is text of the change. */
const longestName = 200;
const references = ['CWE-312'];

/** A leaf that `plaintext-secret` reports is not reported again. */
function reportedAsPlaintext({ secrets: { found, sops }, policy }: Evidence): (leaf: OpenLeaf) => boolean {
  const files = new Set(sops.open.flatMap(({ leaves }) => leaves.map(({ position }) => position.file)));
  const lines = new Map<string, number[]>();
  for (const occurrence of found.flatMap(({ is, occurrences }) => (is === 'literal' ? occurrences : []))) {
    if (!files.has(occurrence.file) || isOffIn(policy, 'plaintext-secret', occurrence.scope)) continue;
    addTo(lines, occurrence.file, occurrence.locate().line);
  }
  return ({ position, lastLine }) =>
    lines.get(position.file)?.some((line) => line >= position.line && line <= lastLine) ?? false;
}

/** What `unreadable-manifest` says of a file is not said again. */
function reportedAsUnread({ delivery, policy }: Evidence): (fault: SopsFault) => boolean {
  return ({ isManifest, scope, position }) =>
    isManifest === true &&
    !isOffIn(policy, 'unreadable-manifest', scope) &&
    !delivery.rendering.covered.has(position.file);
}

/** A file in which `plaintext-secret` or `secret-protection-lost` finds something needs no second finding. */
function holdsReported({ secrets: { found, lost }, policy }: Evidence): (file: string) => boolean {
  const isOn = (rule: string) => (each: { readonly scope: Scope }) => !isOffIn(policy, rule, each.scope);
  const literals = found.flatMap(({ is, occurrences }) => (is === 'literal' ? occurrences : []));
  const files = new Set([
    ...literals.filter(isOn('plaintext-secret')).map(({ file }) => file),
    ...lost.filter(isOn('secret-protection-lost')).flatMap(({ places }) => places.map(({ position }) => position.file)),
  ]);
  return (file) => files.has(file);
}

function readable({ object, scope, severity }: OpenLeaves, first: OpenLeaf, others: readonly OpenLeaf[]): Observation {
  const fields = [first, ...others].map(({ field }) => field);
  const rest = fields.length > most ? ` and ${fields.length - most} more` : '';
  const owner = object === undefined ? first.position.file : objectName(object, '');
  const isOne = fields.length === 1;
  return {
    message: `${owner} holds ${fields.slice(0, most).join(', ')}${rest} in plain text, which SOPS should encrypt.`,
    remedy: `Take ${isOne ? 'the line' : 'the lines'} back to what the base has and make the edit with \`sops FILE\`, which encrypts what it saves. Rotate ${
      isOne ? 'the value' : 'the values'
    } if the commit was pushed: whoever has the commit knows ${isOne ? 'it' : 'them'}.`,
    ...(fields.length > most ? { details: fields.slice(0, mostFields) } : {}),
    references,
    severity,
    position: first.position,
    ...(isOne ? {} : { places: others.slice(0, mostFields).map(({ position, field }) => ({ ...position, field })) }),
    scope,
    ...(object === undefined ? {} : { object }),
    subject: [...(object === undefined ? [first.position.file] : []), 'readable', ...[...fields].sort()],
  };
}

interface Wording {
  readonly severity: Severity;
  readonly message: (fault: SopsFault) => string;
  readonly remedy: string;
}

/** What each fault is called, to follow a file's path. */
const wordings: Readonly<Record<SopsFault['is'], Wording>> = {
  unread: {
    severity: 'high',
    message: ({ lost }) => `could not be read, so that nobody knows what of it is encrypted: ${lost.join()}`,
    remedy:
      'Restore the file as `sops FILE` wrote it, and make the edit with SOPS: it writes what can be read. Rotate what is in plain text in it.',
  },
  'block-gone': {
    severity: 'high',
    message: () => 'no longer holds the sops block, and still holds ciphertext of SOPS',
    remedy:
      'Restore the block: without it nobody can decrypt the file, and nothing says that its values were not changed.',
  },
  'mac-gone': {
    severity: 'high',
    message: () => 'no longer holds a MAC of SOPS',
    remedy:
      'Restore sops.mac, or encrypt the file again: without the MAC nobody notices that values were swapped or left out.',
  },
  recipients: {
    severity: 'high',
    message: ({ gained, lost }) =>
      `can newly be decrypted by ${named(gained)}${lost.length === 0 ? '' : `, and no longer by ${named(lost)}`}`,
    remedy:
      'Check whose key it is, and that .sops.yaml names it. A key that is added by mistake calls for new values: taking it out again does not take them back.',
  },
  threshold: {
    severity: 'high',
    message: ({ gained: [before, after] }) =>
      `takes keys of ${after} of its key groups to decrypt, instead of ${before}`,
    remedy: 'Restore sops.shamir_threshold and the key groups, or have the change approved by who holds the keys.',
  },
  'groups-joined': {
    severity: 'high',
    message: ({ gained }) =>
      `takes fewer others to decrypt with ${named(gained)}, which ${gained.length === 1 ? 'is' : 'are'} in more of its key groups than before`,
    remedy:
      'Keep each key in one group: whoever holds a key of several groups has the parts of them all, and the threshold counts parts.',
  },
  'mac-old': {
    severity: 'medium',
    message: ({ gained }) => `has other ciphertext in ${named(gained)} than its MAC was made for`,
    remedy:
      'Make the edit with `sops FILE`, which writes a new MAC: what is changed, put in or taken out by hand cannot be told from what somebody swapped, and SOPS refuses the file.',
  },
  'mac-narrowed': {
    severity: 'medium',
    message: () => 'has a MAC of its encrypted values alone (mac_only_encrypted)',
    remedy:
      'Leave mac_only_encrypted out unless tools have to change the readable values: these can then be changed unnoticed.',
  },
  'selector-narrowed': {
    severity: 'high',
    message: ({ gained }) => `no longer lets SOPS encrypt ${named(gained)}`,
    remedy:
      'Restore the selector of the sops block: SOPS takes what it does not select for plain text, and leaves whatever is written there as it is. Nothing but review protects the block, which is outside the MAC.',
  },
  'selectors-several': {
    severity: 'medium',
    message: ({ gained }) => `states several selectors (${gained.join(', ')})`,
    remedy: 'Leave one of them: SOPS refuses a file with more, and nobody can decrypt or edit it.',
  },
  'selector-unread': {
    severity: 'medium',
    message: ({ gained }) => `has a selector that could not be read: ${gained.join(' and ')}`,
    remedy:
      'Write the pattern without look-around, backreferences and Unicode classes: SOPS treats a pattern that Go does not know as one that matches nothing.',
  },
};

/** Recipients that the base says should be. */
const asStated: Wording = {
  severity: 'low',
  message: (fault) => `${wordings.recipients.message(fault)}, as .sops.yaml says already`,
  remedy: 'Check that the keys which .sops.yaml names are those that it should name.',
};

function named(recipients: readonly string[]): string {
  const rest = recipients.length > most ? ` and ${recipients.length - most} more` : '';
  return `${recipients
    .slice(0, most)
    .map((name) => name.slice(0, longestName))
    .join(', ')}${rest}`;
}

/** Whether a rule that covers the file newly has all of the file's new recipients. */
function isOfRule(fault: SopsFault, rules: readonly SopsConfigFault[]): boolean {
  return fault.is === 'recipients' && rules.some((rule) => givesRecipients(rule, fault));
}

function partition<T>(all: readonly T[], isFirst: (each: T) => boolean): readonly [T[], T[]] {
  return [all.filter(isFirst), all.filter((each) => !isFirst(each))];
}

/** One cause in several files, such as a recipient that is added to all of them, is one finding. */
function weakened(first: SopsFault, others: readonly SopsFault[]): Observation {
  const { is, gained, lost, position, removedAt, scope, isStated } = first;
  const { severity, message, remedy } = isStated === true ? asStated : wordings[is];
  const more = others.length === 0 ? '' : ` (and ${others.length} more ${others.length === 1 ? 'file' : 'files'})`;
  const all = [...gained.map((name) => `new: ${name}`), ...lost.map((name) => `gone: ${name}`)];
  return {
    message: `${position.file}${more} ${message(first)}.`,
    remedy,
    ...(is === 'recipients' && gained.length + lost.length > most ? { details: all.slice(0, mostFields) } : {}),
    references,
    severity,
    position,
    ...(removedAt === undefined ? {} : { removedAt }),
    ...(others.length === 0 ? {} : { places: others.map((other) => other.position) }),
    scope,
    subject: [
      ...(is === 'recipients' ? [] : [position.file]),
      is,
      ...gained,
      ...new Set(others.map((other) => other.position.file).sort()),
    ],
  };
}
