import type { Finding, Suppressed } from '../../gate.ts';
import type { Severity } from '../../severity.ts';
import { acceptAllCommand, acceptCommand, acceptFlags } from '../accept.ts';
import { ageCount, ageWords } from '../ages.ts';
import { type FindingGroup, groupFindings } from '../group-findings.ts';
import type { Links } from '../links.ts';
import type { PostureRow } from '../posture/section.ts';
import { postureLine, postureQuestion, unknownPosture } from '../posture/words.ts';
import type { Report } from '../report.ts';
import {
  comparing,
  comparison,
  count,
  coverageLine,
  fixLine,
  headline,
  shortId,
  shownDetails,
  shownFingerprint,
  signatureLine,
} from '../wording.ts';
import { commitLines } from './terminal-commits.ts';
import { type Paint, page, painter, plain, type Style, type TerminalStyle, wrapped } from './terminal-text.ts';

/** A section: nothing where it has nothing to say. */
type Section = readonly string[];

/** How many entries of each kind are printed; the rest is counted. */
const shown = { groups: 50, ofRule: 10, alike: 8, files: 10, ages: 100, posture: 200 } as const;

const colours: Readonly<Record<Severity, Style>> = { critical: 'magenta', high: 'red', medium: 'yellow', low: 'blue' };

/** The report for people at a terminal or in a job's log: worst first, the verdict last. */
export function renderTerminal(report: Report, { colour, width, links }: TerminalStyle): string {
  const paint = painter(colour);
  const sections: readonly Section[] = [
    [`${paint(`gitops-gate ${plain(report.toolVersion)}`, 'bold')}  ${paint(about(report), 'dim')}`],
    ...findings(report, links, paint, width),
    commits(report, paint, width),
    suppressed(report.verdict.suppressed, paint, width),
    unjudged(report, paint, width),
    postureSection(report, paint, width),
    agesSection(report, paint),
    coverage(report, paint, width),
    fixSection(report, width),
    verdict(report, paint, width),
  ];
  return page(
    sections.filter((section) => section.length > 0).flatMap((section, index) => (index ? ['', ...section] : section)),
  );
}

function findings(report: Report, links: Links | undefined, paint: Paint, width: number): readonly Section[] {
  const groups = groupFindings(report.verdict.findings, report.commits);
  const flags = acceptFlags(report);
  const chosen = mostTelling(groups);
  const places = (some: readonly FindingGroup[]) => some.reduce((sum, { all }) => sum + all.length, 0);
  const rest = places(groups) - places(chosen);
  return [
    ...chosen.map((group) => finding(group, { flags, links }, paint, width)),
    rest > 0
      ? [paint(`and ${count(rest, 'more finding')}: see report.json (--out DIR)`, 'bold'), ...totals(report)]
      : [],
    report.notListed === undefined ? [] : wrapped(report.notListed, width, '', (line) => paint(line, 'bold')),
  ];
}

/** Of very many findings those that have room, in their order: first some of each rule, so that one rule's do not hide the others. */
function mostTelling(groups: readonly FindingGroup[]): readonly FindingGroup[] {
  if (groups.length <= shown.groups) return groups;
  const seen = new Map<string, number>();
  const isEarly = groups.map(({ first: { rule } }) => {
    const before = seen.get(rule) ?? 0;
    seen.set(rule, before + 1);
    return before < shown.ofRule;
  });
  const early = groups.filter((_, index) => isEarly[index]);
  const later = groups.filter((_, index) => !isEarly[index]);
  const chosen = new Set([...early, ...later].slice(0, shown.groups));
  return groups.filter((group) => chosen.has(group));
}

function finding(
  { first, all }: FindingGroup,
  { flags, links }: { readonly flags: string; readonly links: Links | undefined },
  paint: Paint,
  width: number,
): Section {
  const { rule, severity, blocking, message, remedy, details, example, excerpt, references = [], scope } = first;
  const badge = paint(` ${severity.toUpperCase()} `, colours[severity], 'badge').trimStart();
  const times = all.length > 1 ? paint(`  × ${all.length}`, 'bold') : '';
  const where = place(first);
  return [
    `${badge} ${paint(plain(rule), 'bold')}${times}${where && `  ${paint(plain(where), 'cyan')}`}${blocking ? '' : paint('  does not block', 'dim')}`,
    ...address(first, links).map((url) => paint(`  ${plain(url)}`, 'dim')),
    ...wrapped(unquoted(message), width, '  '),
    ...(excerpt === undefined ? [] : wrapped(excerpt, width, '    │ ', (line) => paint(line, colours[severity]))),
    ...shownDetails(details).flatMap((detail) => wrapped(unquoted(detail), width, '    - ')),
    ...alike(all, paint, width),
    ...wrapped(unquoted(remedy), width, '  Fix: '),
    // Lines of their own: they are copied.
    ...(example?.split('\n').map((line) => `      ${plain(line)}`) ?? []),
    ...wrapped(
      [
        `id ${first.fingerprint.slice(0, shownFingerprint)}`,
        ...references,
        ...(scope === undefined || scope === '' ? [] : [`scope ${scope}`]),
      ].join(' · '),
      width,
      '  ',
      (line) => paint(line, 'dim'),
    ),
    // One line, whatever its length: it is copied.
    paint(plain(`  Accept: ${all.length === 1 ? acceptCommand(first, flags) : acceptAllCommand(first, flags)}`), 'dim'),
  ];
}

/** Without the marks of code, which a terminal does not show as such. */
const unquoted = (text: string) => text.replace(/`([^`]+)`/g, '$1');

/** Where the finding's line or commit is on the forge, whole: a log makes a link of it. */
function address({ position, commit }: Finding, links: Links | undefined): readonly string[] {
  const url = position ? links?.file(position.file, position.line) : commit && links?.commit(commit);
  return url ? [url] : [];
}

/** How many findings each rule has, where not all are shown. */
function totals({ rules }: Report): Section {
  const width = Math.max(...Object.keys(rules).map((rule) => rule.length));
  return [
    'In all:',
    ...Object.entries(rules)
      .sort(([, a], [, b]) => b - a)
      .map(([rule, number]) => `  ${plain(rule).padEnd(width)}  ${number}`),
  ];
}

function agesSection({ ages }: Report, paint: Paint): Section {
  if (ages === undefined) return [];
  if (ages.length === 0)
    return [
      `${paint('Ages of secrets', 'bold')}  nothing has an age: no encrypted, external or Vault secret, no certificate`,
    ];
  const rows = ages
    .slice(0, shown.ages)
    .map((row) =>
      [row.what, ageWords(row), row.name, row.name === row.file ? '' : row.file].map((cell) => plain(cell)),
    );
  const widths = [0, 1, 2].map((at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  const line = (row: readonly string[]) => row.map((cell, at) => cell.padEnd(widths[at] ?? 0));
  return [
    `${paint('Ages of secrets', 'bold')}  ${ageCount(ages)}`,
    ...rows.map((row) => {
      const [what = '', age = '', name = '', file = ''] = line(row);
      return `  ${what}  ${age}  ${paint(name, 'cyan')}  ${file}`.trimEnd();
    }),
    ...(ages.length > shown.ages ? [`  and ${ages.length - shown.ages} more: see report.json (--out DIR)`] : []),
  ];
}

/** What the run is about. */
function about({ command, range }: Report): string {
  return command === 'posture'
    ? 'reads how the repository is set up'
    : `${comparing(range)}s ${plain(comparison(range))}`;
}

function postureSection({ posture }: Report, paint: Paint, width: number): Section {
  if (posture === undefined) return [];
  const rows = posture.checks.slice(0, shown.posture);
  const more = posture.checks.length - rows.length;
  const part = (state: PostureRow['state'], title: string, mark: string, style: Style) => {
    const own = rows.filter((row) => row.state === state);
    const lines = own.flatMap((row) =>
      wrapped(`${postureQuestion(row)} · ${row.detail}`, width, `  ${mark} `, (text) => paint(text, style)),
    );
    return own.length === 0 ? [] : [`  ${title}`, ...lines];
  };
  // What is not known for one reason is said with it, once.
  const unknown = unknownPosture(rows).flatMap(([why, same]) => [
    ...wrapped(why, width, '  ? ', (text) => paint(text, 'yellow')),
    ...wrapped(same.map(postureQuestion).join('; '), width, '      ', (text) => paint(text, 'dim')),
  ]);
  return [
    heading(`Posture of ${plain(posture.repository)}`, postureLine(posture), paint),
    ...part('does-not-hold', 'Does not hold:', '✗', 'red'),
    ...(unknown.length === 0 ? [] : ['  Could not be checked:', ...unknown]),
    ...part('holds', 'Holds:', '✓', 'dim'),
    ...(more > 0 ? [`  and ${more} more: see report.json (--out DIR)`] : []),
  ];
}

/** Where the others of a group are. */
function alike(all: readonly Finding[], paint: Paint, width: number): Section {
  if (all.length === 1) {
    const places = all[0]?.places ?? [];
    const left = places.length - shown.alike;
    return [
      ...places
        .slice(0, shown.alike)
        .map((at) => `    ${paint('also', 'dim')} ${plain(`${at.file}:${at.line}:${at.column}`)}`),
      ...(left > 0 ? [`    and ${left} more`] : []),
    ];
  }
  const names = all
    .slice(1, 1 + shown.alike)
    .map((each) => (each.position ? place(each) : each.commit ? shortId(each.commit) : ''));
  const more = all.length - 1 - shown.alike;
  return wrapped(
    `also ${names.filter(Boolean).join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
    width,
    '    ',
    (line) => paint(line, 'dim'),
  );
}

function place({ position, commit }: Finding): string {
  if (position) return `${position.file}:${position.line}:${position.column}`;
  return commit === undefined ? '' : `commit ${shortId(commit)}`;
}

function commits(report: Report, paint: Paint, width: number): Section {
  if (report.commits.length === 0) return [];
  return [heading('Signatures', signatureLine(report), paint), ...commitLines(report.commits, paint, width)];
}

function suppressed(entries: readonly Suppressed[], paint: Paint, width: number): Section {
  if (entries.length === 0) return [];
  return [
    heading('Ignored by the base branch', count(entries.length, 'finding'), paint),
    ...entries
      .slice(0, shown.groups)
      .flatMap((entry) => [
        ...wrapped(`${entry.severity} ${entry.rule} ${place(entry)} ${entry.message}`, width, '  - '),
        ...wrapped(
          `${entry.fingerprint.slice(0, shownFingerprint)} until ${entry.until}: ${entry.reason}`,
          width,
          '    ',
          (line) => paint(line, 'dim'),
        ),
      ]),
    ...(entries.length > shown.groups ? [`  and ${entries.length - shown.groups} more`] : []),
  ];
}

function unjudged({ verdict }: Report, paint: Paint, width: number): Section {
  if (verdict.unjudged.length === 0) return [];
  return [
    heading('Could not be judged', '', paint),
    ...verdict.unjudged
      .slice(0, shown.groups)
      .flatMap(({ what, remedy }) => [...wrapped(what, width, '  ? '), ...wrapped(remedy, width, '    Fix: ')]),
    ...(verdict.unjudged.length > shown.groups ? [`  and ${verdict.unjudged.length - shown.groups} more`] : []),
  ];
}

function coverage(report: Report, paint: Paint, width: number): Section {
  const { readWithoutStructure, skipped } = report.coverage;
  const files = [
    ...skipped.map((each) => ({ ...each, how: 'skipped' })),
    ...readWithoutStructure.map((each) => ({ ...each, how: 'without structure' })),
  ];
  return [
    heading('Read', coverageLine(report), paint),
    ...files.slice(0, shown.files).flatMap(({ file, why, how }) => wrapped(`${how}: ${file} (${why})`, width, '  - ')),
    ...(files.length > shown.files ? [`  and ${files.length - shown.files} more`] : []),
    ...[...new Set([...report.range.notes, ...report.verdict.notes])].flatMap((note) => wrapped(note, width, '  - ')),
  ];
}

function fixSection(report: Report, width: number): Section {
  const line = fixLine(report, acceptFlags(report));
  return line === undefined ? [] : wrapped(line, width, 'Fix  ');
}

function verdict(report: Report, paint: Paint, width: number): Section {
  const { outcome, wouldBlock } = report.verdict;
  const passed = wouldBlock ? (['!', 'yellow'] as const) : (['✓', 'green'] as const);
  const [mark, style] = ({ passed, blocked: ['✗', 'red'], 'could-not-judge': ['?', 'yellow'] } as const)[outcome];
  return wrapped(headline(report), width, `${mark} `).map((line) => paint(line, style, 'bold'));
}

const heading = (title: string, text: string, paint: Paint) =>
  `${paint(title, 'bold')}${text && `  ${paint(plain(text), 'dim')}`}`;
