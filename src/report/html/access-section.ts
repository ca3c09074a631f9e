import { groupBy } from '../../groups.ts';
import type { AccessEntry, AccessPath, SubjectAccess } from '../../rbac/judge/access.ts';
import { accessGraph } from '../access-graph.ts';
import type { Report } from '../report.ts';
import { count } from '../wording.ts';
import { accessSvg } from './access-svg.ts';
import { badge, folded, note, type Section, scrolling } from './elements.ts';
import { htmlText } from './html-text.ts';

/** More subjects are looked up, not read. */
const mostSubjects = 200;
const mostWays = 200;

const usualVerbs = ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete', 'deletecollection'];
/** Columns for verbs that are not everywhere, e.g. `impersonate`. */
const mostOtherVerbs = 4;

interface Row extends AccessEntry {
  readonly change: 'gains' | 'loses';
}

interface Block {
  readonly scope: string;
  readonly subject: string;
  readonly rows: readonly Row[];
  readonly more: number;
}

/** Who can do more or less than before (of an audit: who can do what) as a matrix, and the ways there as a graph. */
export function accessSection({ access, command }: Report): Section | undefined {
  if (access === undefined || access.gained.length + access.lost.length === 0) return undefined;
  const isAudit = command === 'audit';
  const blocks = blocksOf(access.gained, access.lost);
  const cut = blocks.length - mostSubjects;
  const title = isAudit ? 'Who can do what' : titleOf(access.gained.length, access.lost.length);
  return {
    id: 'access',
    title,
    aside: `${blocks.length}`,
    html: [
      note(summary(access.gained.length, access.lost.length, isAudit)),
      matrix(title, blocks.slice(0, mostSubjects), isAudit),
      cut > 0 ? note(`${cut} more subjects, with what is less severe, are not on this page.`) : '',
      ways(access.paths, isAudit),
    ]
      .filter((part) => part !== '')
      .join('\n'),
  };
}

function titleOf(gained: number, lost: number): string {
  if (lost === 0) return 'Who can do more';
  return gained === 0 ? 'Who can do less' : 'Who can do more, and less';
}

function summary(gained: number, lost: number, isAudit: boolean): string {
  if (isAudit)
    return `${count(gained, 'subject')} through the roles and bindings of this repository, the strongest first. What the cluster grants besides is not known here.`;
  const some = [
    ...(gained > 0 ? [`${count(gained, 'subject')} can do more than before`] : []),
    ...(lost > 0 ? [`${count(lost, 'subject')} can do less`] : []),
  ];
  return `${some.join(', ')}.`;
}

/** One block for each subject, in the order given: what it gains, then what it loses. */
function blocksOf(gained: readonly SubjectAccess[], lost: readonly SubjectAccess[]): readonly Block[] {
  const rows = (list: readonly SubjectAccess[], change: Row['change']) =>
    list.map(({ permissions, ...rest }) => ({ ...rest, rows: permissions.map((entry) => ({ ...entry, change })) }));
  const all = [...rows(gained, 'gains'), ...rows(lost, 'loses')];
  return [...groupBy(all, ({ scope, subject }) => JSON.stringify([scope, subject])).values()].flatMap((parts) => {
    const [first] = parts;
    if (first === undefined) return [];
    return { ...first, rows: parts.flatMap((part) => part.rows), more: parts.reduce((sum, { more }) => sum + more, 0) };
  });
}

function columnsOf(blocks: readonly Block[]): { readonly verbs: readonly string[]; readonly hasOthers: boolean } {
  const used = new Set(blocks.flatMap(({ rows }) => rows.flatMap(({ verbs }) => verbs)));
  used.delete('*');
  const others = [...used].filter((verb) => !usualVerbs.includes(verb));
  const shown = others.length > mostOtherVerbs ? [] : others;
  return {
    verbs: [...usualVerbs.filter((verb) => used.has(verb)), ...shown],
    hasOthers: others.length > shown.length,
  };
}

/** Subjects one after the other; a row for what a permission is on, a column for each verb. */
function matrix(label: string, blocks: readonly Block[], isAudit: boolean): string {
  const { verbs, hasOthers } = columnsOf(blocks);
  const heads = [...verbs.map(htmlText), ...(hasOthers ? ['other'] : [])];
  const width = Math.max(1, heads.length);
  const isAmbiguous = new Set(blocks.map(({ scope }) => scope)).size > 1;
  const bodies = blocks.map(({ scope, subject, rows, more }) => {
    const where = isAmbiguous ? ` <span class="soft">in ${htmlText(scope)}</span>` : '';
    const lines = rows.map((row) => matrixRow(row, verbs, hasOthers, width, isAudit));
    const none = rows.length === 0 ? [wide('What it loses was not worked out.', width + 2)] : [];
    const rest = more > 0 ? [wide(`and ${count(more, 'more permission')}`, width + 2)] : [];
    return `<tbody><tr><th class="subject" scope="rowgroup" colspan="${width + 2}">${htmlText(subject)}${where}</th></tr>\n${[...lines, ...none, ...rest].join('\n')}</tbody>`;
  });
  const head = `<thead><tr><th scope="col">On</th>${(heads.length > 0 ? heads : ['verbs']).map((each) => `<th scope="col" class="verb">${each}</th>`).join('')}<th scope="col">Severity</th></tr></thead>`;
  return scrolling(
    `${label}: table`,
    `<table class="matrix"><caption class="unseen">${label}</caption>${head}\n${bodies.join('\n')}</table>`,
  );
}

const wide = (text: string, width: number) => `<tr><td class="soft" colspan="${width}">${htmlText(text)}</td></tr>`;

function matrixRow(row: Row, verbs: readonly string[], hasOthers: boolean, width: number, isAudit: boolean): string {
  const { target, where, severity, change } = row;
  const say = isAudit ? 'can' : change;
  const sign = change === 'loses' ? '−' : isAudit ? '●' : '+';
  const tone = change === 'loses' ? 'lost' : (severity ?? 'low');
  const cell = `<td class="${tone} on"><span aria-hidden="true">${sign}</span><span class="unseen">${say}</span></td>`;
  const others = row.verbs.filter((verb) => verb !== '*' && !verbs.includes(verb));
  const cells = row.verbs.includes('*')
    ? `<td class="${tone} on any" colspan="${width}"><span aria-hidden="true">${sign}</span> <span class="unseen">${say}</span>any verb</td>`
    : `${verbs.map((verb) => (row.verbs.includes(verb) ? cell : '<td></td>')).join('')}${hasOthers ? `<td class="${tone}">${htmlText(others.join(', '))}</td>` : ''}`;
  const grade = change === 'loses' ? '<span class="soft">lost</span>' : badge(severity ?? 'low');
  return `<tr><th scope="row"><code>${htmlText(target)}</code> <span class="soft">${htmlText(where)}</span></th>${cells}<td>${grade}</td></tr>`;
}

/** The graph of who gained what and where it leads, and the same as a list. */
function ways(paths: readonly AccessPath[], isAudit: boolean): string {
  const graph = accessGraph({ paths });
  if (graph.nodes.length === 0) return '';
  const left = graph.notDrawn > 0 ? note(`${count(graph.notDrawn, 'more way')} not drawn.`) : '';
  const lines = paths.slice(0, mostWays).map(({ scope, subjects, steps, permission, severity }) => {
    const who = subjects.length > 3 ? [...subjects.slice(0, 3), `${subjects.length - 3} more`] : subjects;
    const way = [who.join(', '), ...steps, permission].map(htmlText).join(' <span class="soft">→</span> ');
    return `${badge(severity)} ${way} <span class="soft">in ${htmlText(scope)}</span>`;
  });
  const title = isAudit ? 'How they can' : 'How it is gained';
  const caption = isAudit
    ? 'From who it is, over the binding and the role, to what it allows.'
    : 'From who gains, over the binding and the role, to what is gained. Thick lines are new.';
  return [
    `<h3>${title}</h3>`,
    note(caption),
    scrolling(`${title}: drawing`, accessSvg(graph, title, !isAudit)),
    left,
    folded('The same as a list', lines),
  ]
    .filter((part) => part !== '')
    .join('\n');
}
