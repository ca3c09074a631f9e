import { type Severity, severities } from '../../severity.ts';
import { rulePage } from '../../version.ts';
import { acceptAllCommand, acceptCommand, acceptFlags } from '../accept.ts';
import { type FindingGroup, groupFindings } from '../group-findings.ts';
import type { Report } from '../report.ts';
import { count, objectText, shortId, shownFingerprint } from '../wording.ts';
import { badge, code, type Section } from './elements.ts';
import { htmlProse, htmlText } from './html-text.ts';

/** What a browser opens in a moment; the least severe findings beyond it are counted. */
const mostCharacters = 5 * 1024 * 1024;
/** Places of one finding that are shown. */
const mostPlaces = 40;
/** So many findings that block are open when the page is opened: the reader begins there. */
const mostOpen = 3;

/** Where on the page a finding is, by its fingerprint; those that the page leaves out are not in it. */
export type Anchors = ReadonlyMap<string, string>;

/** The findings, worst first, each folded; what of them is to be resolved is said before. */
export function findingsSection(report: Report): { readonly section: Section | undefined; readonly anchors: Anchors } {
  const { verdict, commits, total, notListed } = report;
  if (verdict.findings.length === 0) return { section: undefined, anchors: new Map() };
  const groups = groupFindings(verdict.findings, commits);
  const { items, cut } = fill(groups, acceptFlags(report));
  const left = cut.flatMap(({ all }) => all);
  const says = [
    ...(notListed === undefined ? [] : [notListed]),
    ...(left.length > 0
      ? [
          `Not on this page: ${left.length} of ${count(verdict.findings.length, 'listed finding')}, the least severe; report.json has them.`,
        ]
      : []),
  ];
  const anchors = new Map(
    groups
      .slice(0, items.length)
      .flatMap(({ first, all }) => all.map(({ fingerprint }) => [fingerprint, anchorOf(first)])),
  );
  const html = [
    toResolve(report, anchors),
    filters(report),
    ...says.map((text) => `<p class="notice">${htmlText(text)}</p>`),
    `<ol class="findings" id="list">\n${items.join('\n')}\n</ol>`,
  ].join('\n');
  return { section: { id: 'findings', title: 'Findings', aside: `${total.findings}`, html }, anchors };
}

function fill(groups: readonly FindingGroup[], flags: string) {
  const items: string[] = [];
  let [characters, open] = [0, 0];
  for (const group of groups) {
    const isOpen = group.first.blocking && open < mostOpen;
    const item = findingItem(group, isOpen, flags);
    characters += item.length;
    if (characters > mostCharacters) break;
    items.push(item);
    if (isOpen) open += 1;
  }
  return { items, cut: groups.slice(items.length) };
}

/** Rules with what must be resolved, each leading to its first finding. */
function toResolve({ toResolve: rules, verdict }: Report, anchors: Anchors): string {
  if (rules.length === 0) return '';
  const says = verdict.failOn === 'never' ? 'These would block:' : 'To resolve:';
  const items = rules.map(({ rule, number }) => {
    const first = verdict.findings.find((finding) => finding.rule === rule && anchors.has(finding.fingerprint));
    const name = `${htmlText(rule)}${number > 1 ? ` <span class="count">× ${number}</span>` : ''}`;
    return first === undefined
      ? `<li>${name}</li>`
      : `<li><a href="#${anchors.get(first.fingerprint)}">${name}</a></li>`;
  });
  return `<div class="resolve"><p>${says}</p><ul>${items.join('')}</ul></div>`;
}

/** The id of its element: hexadecimal digits, which are ours. */
const anchorOf = ({ fingerprint }: { readonly fingerprint: string }) => `f-${fingerprint.slice(0, 24)}`;

/** Check boxes work by the style sheet alone; what needs the script is hidden until it runs. */
function filters({ counts, verdict }: Report): string {
  const boxes = severities
    .filter((severity) => counts[severity] > 0)
    .map((severity) => box(`show-${severity}`, `${counts[severity]} ${severity}`, severity));
  const some = new Set(verdict.findings.map(({ blocking }) => blocking)).size > 1;
  return `<div class="toolbar" role="group" aria-label="Which findings are shown">
<div class="boxes">${boxes.join('')}${some ? box('only-blocking', 'only what blocks') : ''}</div>
<div class="tools" id="tools" hidden>
<label class="search"><span class="unseen">Search in the findings</span><input type="search" id="search" placeholder="Search: a name, a path, a rule" autocomplete="off" spellcheck="false"></label>
<label>Group by <select id="group"><option value="">nothing</option><option value="severity">severity</option><option value="rule">rule</option><option value="file">file</option><option value="scope">scope</option></select></label>
<label>Sort by <select id="sort"><option value="">severity</option><option value="file">file</option><option value="rule">rule</option></select></label>
<button type="button" id="fold" aria-pressed="false">Open all</button>
</div>
<p class="soft shown" id="shown" role="status"></p>
</div>`;
}

function box(id: string, label: string, severity?: Severity): string {
  const kind = severity === undefined ? '' : ` class="${severity}"`;
  return `<label${kind}><input type="checkbox" id="${id}"${severity === undefined ? '' : ' checked'}>${label}</label>`;
}

function findingItem(group: FindingGroup, isOpen: boolean, flags: string): string {
  const { first, all } = group;
  const { severity, rule, blocking, message } = first;
  const places = placesOf(all);
  const more = places.length > 1 ? ` <span class="more">and ${count(places.length - 1, 'more place')}</span>` : '';
  const where = places[0] === undefined ? '' : ` <code class="place">${htmlText(places[0])}</code>${more}`;
  return `<li class="finding ${severity}${blocking ? ' blocks' : ''}" id="${anchorOf(first)}"><details${isOpen ? ' open' : ''}><summary>${badge(severity)}<span class="say"><span class="message">${htmlProse(message)}</span><span class="about"><span class="rule">${htmlText(rule)}</span>${all.length > 1 ? ` <span class="more">× ${all.length}</span>` : ''}${where}${blocking ? ' <span class="tag">blocks</span>' : ''}</span></span></summary>${body(group, places, flags)}</details></li>`;
}

function placesOf(all: FindingGroup['all']): readonly string[] {
  return all.flatMap(({ position, commit, places = [] }) => [
    ...(position ? [position, ...places].map(({ file, line, column }) => `${file}:${line}:${column}`) : []),
    ...(commit === undefined ? [] : [`commit ${shortId(commit)}`]),
  ]);
}

function body({ first, all }: FindingGroup, places: readonly string[], flags: string): string {
  const { rule, excerpt, details = [], example, remedy, suggestion, references = [], scope, object } = first;
  const shown = places.slice(0, mostPlaces).map(code);
  const rest = places.length > shown.length ? [`${places.length - shown.length} more in report.json`] : [];
  const ids = all.slice(0, mostPlaces).map(({ fingerprint }) => {
    return `<code title="${fingerprint}">${fingerprint.slice(0, shownFingerprint)}</code>`;
  });
  const accept = all.length === 1 ? acceptCommand(first, flags) : acceptAllCommand(first, flags);
  const about = [
    // The one address on the page: of our own, and of a rule that is one.
    ...(/^[a-z]+(?:-[a-z]+)*$/.test(rule) ? [`<a href="${rulePage(rule)}">about this rule</a>`] : []),
    ...[object ? htmlText(objectText(object)) : ''].filter((part) => part !== ''),
    ...(scope === undefined ? [] : [`scope <span class="scope">${htmlText(scope)}</span>`]),
    ...references.map(htmlText),
    `<a href="#${anchorOf(first)}">id</a> ${ids.join(' ')}${all.length > ids.length ? ` and ${all.length - ids.length} more` : ''}`,
  ];
  return [
    '<div class="body">',
    excerpt === undefined ? '' : `<pre>${htmlText(excerpt)}</pre>`,
    details.length > 0 ? `<ul>${details.map((detail) => `<li>${htmlProse(detail)}</li>`).join('')}</ul>` : '',
    `<p class="fix"><b>Fix</b> ${htmlProse(remedy)}</p>`,
    example === undefined ? '' : `<pre>${example.split('\n').map(htmlText).join('\n')}</pre>`,
    suggestion === undefined ? '' : suggested(suggestion),
    places.length > 1 ? `<p class="places">${[...shown, ...rest].join(' ')}</p>` : '',
    `<p class="soft">Accept it: ${code(accept)}</p>`,
    `<p class="soft meta">${about.join(' · ')}</p>`,
    '</div>',
  ]
    .filter((part) => part !== '')
    .join('');
}

/** The lines that would replace those of the finding; none where they are to go. */
function suggested(text: string): string {
  if (text === '') return '<p class="soft">Or take these lines out.</p>';
  return `<p class="soft">In its place:</p><pre>${text.split('\n').map(htmlText).join('\n')}</pre>`;
}
