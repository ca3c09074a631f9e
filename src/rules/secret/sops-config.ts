import { groupBy } from '../../groups.ts';
import type { SopsFault } from '../../secrets/compare/broken-sops.ts';
import type { SopsConfigFault } from '../../secrets/compare/sops-config.ts';
import type { SopsPlainFiles } from '../../secrets/compare/sops-plain-files.ts';
import type { Severity } from '../../severity.ts';
import type { Observation } from '../rule.ts';

/** Names in a message; the details name more. */
const most = 3;
const mostDetails = 50;
/** Recipients and patterns are text of the change. */
const longest = 200;
const references = ['CWE-312'];

interface Wording {
  readonly severity: Severity;
  /** To follow the name of the `.sops.yaml`. */
  readonly message: (fault: SopsConfigFault) => string;
  readonly remedy: string;
}

const wordings: Readonly<Record<SopsConfigFault['is'], Wording>> = {
  uncovered: {
    severity: 'high',
    message: ({ files, unread = [] }) =>
      `no longer covers ${some(files)}${unread.length === 0 ? '' : `, of which ${unread.length} were not read and count as encrypted`}`,
    remedy:
      'Restore the rule, or its path_regex: SOPS encrypts no new file there, and nobody notices one that is plain. If the files moved, let the rule cover their new paths.',
  },
  'uncovered-plain': {
    severity: 'low',
    message: (fault) =>
      `no longer has ${ruleName(fault)}${fault.files.length === 0 ? '' : `: it covered ${some(fault.files)}, and nothing that is encrypted`}`,
    remedy: 'Keep the rule if secrets are to come there: without one SOPS encrypts no new file.',
  },
  recipients: {
    severity: 'high',
    message: (fault) =>
      `newly has ${some(fault.gained)} as a recipient of ${ruleName(fault)}${fault.lost.length === 0 ? '' : ` instead of ${some(fault.lost)}`}`,
    remedy:
      'Check whose key it is: it can decrypt every file that is encrypted or updated (`sops updatekeys`) from now on, and their values for ever.',
  },
  threshold: {
    severity: 'high',
    message: (fault) =>
      `takes keys of ${fault.gained[1]} key groups, instead of ${fault.gained[0]}, to decrypt what is encrypted by ${ruleName(fault)}`,
    remedy: 'Restore shamir_threshold and the key groups, or have the change approved by who holds the keys.',
  },
  'groups-joined': {
    severity: 'high',
    message: (fault) =>
      `newly has ${some(fault.gained)} in more key groups of ${ruleName(fault)}, so that fewer others are needed to decrypt`,
    remedy:
      'Keep each key in one group: whoever holds a key of several groups has the parts of them all, and the threshold counts parts.',
  },
  'selectors-several': {
    severity: 'medium',
    message: (fault) => `states several selectors (${fault.gained.join(', ')}) in ${ruleName(fault)}`,
    remedy: 'Leave one of them: SOPS refuses a rule with more, and encrypts nothing by it.',
  },
  narrowed: {
    severity: 'medium',
    message: (fault) => `no longer lets SOPS encrypt ${some(fault.gained)} by ${ruleName(fault)}`,
    remedy: 'Let the selector of the rule select what it did, unless no file that it covers holds secrets there.',
  },
  'narrowed-in-secrets': {
    severity: 'high',
    message: (fault) => `no longer lets SOPS encrypt ${some(fault.gained)} by ${ruleName(fault)}`,
    remedy: 'Let the rule select the values of Secrets: `encrypted_regex: ^(data|stringData)$`.',
  },
  'mac-narrowed': {
    severity: 'medium',
    message: (fault) => `lets SOPS make a MAC of encrypted values alone (mac_only_encrypted) by ${ruleName(fault)}`,
    remedy:
      'Leave mac_only_encrypted out unless tools have to change the readable values: these can then be changed unnoticed.',
  },
  unread: {
    severity: 'medium',
    message: ({ gained }) =>
      gained.length === 0
        ? 'could not be read, or not all of its patterns'
        : `has a pattern that could not be read: ${gained[0]}`,
    remedy:
      'Write YAML, and patterns without look-around, backreferences and Unicode classes: with a pattern that Go does not know SOPS encrypts nothing.',
  },
  'covers-nothing': {
    severity: 'low',
    message: (fault) => `has a new rule that covers no file: ${ruleName(fault)}`,
    remedy:
      'Compare the pattern with the paths, which begin at the folder of the file. If it is for files to come, leave it.',
  },
  'never-first': {
    severity: 'low',
    message: (fault) =>
      `has a new rule that never holds: ${ruleName(fault)} comes after rules that cover the same files`,
    remedy: 'Put the rule in front of them: the first that matches a path holds.',
  },
};

/** Whether a rule that newly has a file's new recipients covers the file. */
export function givesRecipients(rule: SopsConfigFault, { gained, position }: SopsFault): boolean {
  return (
    rule.is === 'recipients' &&
    rule.files.includes(position.file) &&
    gained.every((recipient) => rule.gained.includes(recipient))
  );
}

/**
 * What a change takes from `.sops.yaml`; one finding where several rules change alike. `inFiles` are the recipients that files have
 * from such rules already.
 */
export function* observeConfig(
  faults: readonly SopsConfigFault[],
  inFiles: readonly SopsFault[],
): Iterable<Observation> {
  const alike = groupBy(faults, ({ is, file, gained, lost }) => JSON.stringify([is, file, gained, lost]));
  for (const group of alike.values()) {
    const [first, ...others] = group;
    if (first === undefined) continue;
    const { is, file, position, removedAt, scope, gained } = first;
    const { severity, message, remedy } = wordings[is];
    const files = [...new Set(group.flatMap((fault) => fault.files))];
    const unread = [...new Set(group.flatMap((fault) => fault.unread ?? []))];
    const isAboutFiles = is.startsWith('uncovered') && files.length > most;
    const details = isAboutFiles ? files : gained.length > most ? gained : [];
    const places = inFiles.filter((each) => group.some((fault) => givesRecipients(fault, each)));
    const decrypts =
      places.length === 0
        ? ''
        : `, and ${places.length === 1 ? 'one file has' : `${places.length} files have`} it already`;
    yield {
      message: `${file} ${message({ ...first, files, unread })}${others.length === 0 || is.startsWith('uncovered') ? '' : ` (and ${others.length} more)`}${decrypts}.`,
      remedy,
      ...(details.length === 0 ? {} : { details: details.slice(0, mostDetails) }),
      references,
      severity,
      ...(position === undefined ? {} : { position }),
      ...(removedAt === undefined ? {} : { removedAt }),
      ...(places.length === 0 ? {} : { places: places.map((each) => each.position) }),
      scope,
      subject: [
        file,
        is,
        ...(is.startsWith('uncovered') ? group : [first]).map(({ regex }) => regex),
        ...gained,
        ...(is.startsWith('uncovered') ? [[...files].sort().join('\n')] : others.map(({ regex }) => regex)),
      ],
    };
  }
}

/** New files that should be encrypted and are not; `isReported` says where a secret was found by another rule. */
export function* observePlain(
  groups: readonly SopsPlainFiles[],
  isReported: (file: string) => boolean,
): Iterable<Observation> {
  for (const group of groups) {
    const files = group.files.filter((file) => !isReported(file));
    const [first, ...others] = files;
    if (first === undefined) continue;
    const isOne = others.length === 0;
    const rule = `${ruleName({ regex: group.regex })} of ${group.config}`;
    yield {
      message: `${some(files)} ${isOne ? 'is' : 'are'} new and not encrypted, although ${rule} covers ${isOne ? 'it' : 'them'}${
        group.others === undefined ? '' : ' and all else that it covers is encrypted'
      }.`,
      remedy: `Encrypt ${isOne ? 'it' : 'them'} with \`sops encrypt -i FILE\`, and rotate what can be read if the commit was pushed. If nothing in ${isOne ? 'it' : 'them'} is secret, give ${isOne ? 'it a path' : 'them paths'} that the rule does not cover.`,
      references,
      severity: 'high',
      position: { file: first, line: 1, column: 1 },
      ...(isOne ? {} : { places: others.map((file) => ({ file, line: 1, column: 1 })) }),
      scope: group.scope,
      subject: [group.config, 'plain-file', ...files],
    };
  }
}

function ruleName(of: Pick<SopsPlainFiles, 'regex'> & Partial<Pick<SopsConfigFault, 'file' | 'from'>>): string {
  const { regex, file, from } = of;
  const name = regex === '' ? 'the rule for all files' : `the rule for ${regex.slice(0, longest)}`;
  return from === file ? name : `what ${name} of ${from} covered`;
}

function some(names: readonly string[]): string {
  const rest = names.length > most ? ` and ${names.length - most} more` : '';
  return `${names
    .slice(0, most)
    .map((name) => name.slice(0, longest))
    .join(', ')}${rest}`;
}
