import type { RawCommit } from '../../git/object/object.ts';
import { groupBy } from '../../groups.ts';
import { person } from '../machine/json.ts';
import { type Paint, page, painter, plain, type TerminalStyle, wrapped } from '../terminal/terminal-text.ts';
import { count, shortId } from '../wording.ts';
import type { BadStep, LastGood } from './last-good.ts';
import type { ObjectChange } from './object-changes.ts';
import { returnCommands } from './return-commands.ts';

/** How many entries of each kind are printed; the rest is counted. */
const shown = { steps: 20, findings: 50, objects: 50, unjudged: 10, leaks: 10 } as const;

type Section = readonly string[];

/** The answer for a person: the commit first, then what a return undoes and how it is done. */
export function lastGoodText(answer: LastGood, { colour, width }: TerminalStyle): string {
  const paint = painter(colour);
  const sections: readonly Section[] = [
    verdict(answer, paint, width),
    ...(answer.state === 'good' ? [] : [undoes(answer, paint, width), ...commands(answer, paint)]),
    walked(answer, paint, width),
  ];
  return page(
    sections.filter((section) => section.length > 0).flatMap((section, at) => (at ? ['', ...section] : section)),
  );
}

function verdict({ ref, good, head, state, bad, isJudged }: LastGood, paint: Paint, width: number): Section {
  const name = `${plain(ref)} (${shortId(head.id)})`;
  if (state === 'good') {
    return [
      ...wrapped(`${name} is good: there is nothing to undo.`, width, '✓ ').map((line) => paint(line, 'green', 'bold')),
    ];
  }
  const [mark, style] = state === 'blocked' ? (['✗', 'red'] as const) : (['?', 'yellow'] as const);
  const said = state === 'blocked' ? 'is not good' : 'could not be judged';
  return [
    paint(`${mark} ${name} ${said}.`, style, 'bold'),
    `${paint('Last good', 'bold')}  ${good.id}`,
    `           ${commitLine(good, width)}`,
    ...(isJudged ? [] : wrapped('It is where the walk began, and was not judged itself.', width, '           ')),
    '',
    `${paint('Not good since', 'bold')}`,
    ...limited(bad, shown.steps, (step) => stepLine(step, paint, width)),
  ];
}

/** Day and author are the author's word. */
const commitLine = ({ subject, author }: RawCommit, width: number) =>
  `${person(author).time?.slice(0, 10) ?? 'no date   '}  ${plain(author.name, 28)}  ${plain(subject, Math.max(20, width - 52))}`;

function stepLine({ commit, state, brings }: BadStep, paint: Paint, width: number): Section {
  const what =
    state === 'could-not-judge'
      ? 'could not be judged'
      : brings > 0
        ? `${count(brings, 'finding')} new`
        : 'nothing new';
  return [`  ${shortId(commit.id)}  ${commitLine(commit, width - 24)}  ${paint(what, brings > 0 ? 'red' : 'dim')}`];
}

function undoes({ report, bad, since, objects }: LastGood, paint: Paint, width: number): Section {
  if (report === undefined) return [];
  const { verdict } = report;
  const merged = report.range.commits.length;
  const blocking = verdict.findings.filter((finding) => finding.blocking);
  const others = verdict.findings.length - blocking.length;
  const groups = [
    ...groupBy(blocking, ({ rule, severity, message }) => JSON.stringify([rule, severity, message])).values(),
  ];
  return [
    `${paint('A return would undo', 'bold')}  ${count(bad.length, 'commit')} of the branch${merged > bad.length ? `, ${merged} with those they merge` : ''}`,
    ...limited(groups, shown.findings, ([first, ...more]) => {
      if (first === undefined) return [];
      const from = since.get(first.fingerprint);
      const begin = from === undefined ? '' : `, since ${shortId(from)}`;
      const times = more.length > 0 ? ` × ${more.length + 1}` : '';
      return wrapped(`${first.severity} ${first.rule}${times}${begin}: ${first.message}`, width, '  - ');
    }),
    ...(report.notListed === undefined ? [] : wrapped(report.notListed, width, '  ')),
    ...(others > 0
      ? [paint(`  and ${count(others, 'finding')} that ${others === 1 ? 'does' : 'do'} not block`, 'dim')]
      : []),
    ...limited(verdict.unjudged, shown.unjudged, ({ what, remedy }) => [
      ...wrapped(what, width, '  ? '),
      ...wrapped(remedy, width, '    Fix: '),
    ]),
    ...('what' in objects
      ? wrapped(`The objects could not be listed: ${objects.what}`, width, '  ? ')
      : objectLines(objects, paint)),
  ];
}

const signs = { added: '-', removed: '+', changed: '~' } as const;

function objectLines(objects: readonly ObjectChange[], paint: Paint): Section {
  const number = (change: ObjectChange['change']) => objects.filter((object) => object.change === change).length;
  return [
    `${paint('Objects', 'bold')}  ${number('added')} would go (-), ${number('removed')} would return (+), ${number('changed')} would be as they were (~)`,
    ...limited(objects, shown.objects, ({ kind, namespace, name, file, change }) => [
      `  ${signs[change]} ${plain(`${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`, 200)}  ${paint(plain(file, 300), 'dim')}`,
    ]),
  ];
}

function commands(answer: LastGood, paint: Paint): readonly Section[] {
  const { git, revert, argocd, flux } = returnCommands(answer);
  const block = (title: string, lines: Section) =>
    lines.length === 0 ? [] : [paint(title, 'bold'), ...lines.map((line) => `  ${plain(line)}`)];
  const kept = answer.kept === undefined ? '' : `; ${plain(answer.kept)} stays as it is`;
  return [
    block(`How to return: a branch with the files of the good commit, for review${kept}`, git),
    block('or take out only what brought a finding', revert),
    block('Argo CD, until the branch is good again', argocd),
    block('Flux, until the branch is good again', flux),
  ];
}

function walked(
  { begin, beginWhy, walked: number, head, leaks, notes }: LastGood,
  paint: Paint,
  width: number,
): Section {
  return [
    paint('Walked', 'bold'),
    ...wrapped(
      `${count(number, 'commit')} of the first-parent line, from ${shortId(begin.id)} (${beginWhy}) to ${shortId(head.id)}, by the policy of each good commit and that of ${shortId(head.id)}.`,
      width,
      '  - ',
    ),
    ...limited(leaks, shown.leaks, (leak) =>
      wrapped(`In the history, and no longer in the files: ${leak}`, width, '  - '),
    ),
    ...notes.flatMap((note) => wrapped(note, width, '  - ')),
  ];
}

function limited<T>(all: readonly T[], most: number, lines: (item: T) => readonly string[]): Section {
  const more = all.length - most;
  return [...all.slice(0, most).flatMap(lines), ...(more > 0 ? [`  and ${more} more: see --format json`] : [])];
}
