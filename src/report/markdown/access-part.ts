import type { SubjectAccess } from '../../rbac/judge/access.ts';
import type { Report } from '../report.ts';
import { count } from '../wording.ts';
import type { Part } from './fill-page.ts';
import { severityMarks } from './markdown-finding.ts';
import { code, prose } from './markdown-text.ts';
import { mermaidGraph } from './mermaid.ts';

const shownPermissions = 5;
/** A list of so many subjects is read; a longer one is looked up. */
const shownOpen = 10;

/** Who gains what, the worst first. What everybody has, in an audit, is too much to be read here. */
export function gainedPart({ access, command }: Report): Part {
  const gained = (command === 'audit' ? undefined : access?.gained) ?? [];
  return {
    head: `<details${gained.length <= shownOpen ? ' open' : ''}>\n<summary><b>Who can do more:</b> ${count(gained.length, 'subject')}</summary>\n`,
    entries: entriesOf(gained),
    foot: '\n</details>',
    noun: 'gaining subject',
    order: 3,
  };
}

/** Who loses what: good to know, and nothing to do. */
export function lostPart({ access }: Report): Part {
  const lost = access?.lost ?? [];
  return {
    head: `<details>\n<summary><b>Who can do less:</b> ${count(lost.length, 'subject')}</summary>\n`,
    entries: entriesOf(lost),
    foot: '\n</details>',
    noun: 'losing subject',
    order: 7,
  };
}

/** The ways to what is gained, drawn, in at most so many characters. */
export function graphPart({ access, command }: Report, characters?: number): Part {
  const graph = access === undefined || command === 'audit' ? undefined : mermaidGraph(access, characters);
  return {
    head: '<details open>\n<summary><b>How it is gained:</b> new connections are thick</summary>\n',
    entries: graph === undefined ? [] : [() => graph],
    foot: '\n</details>',
    noun: 'graph',
    order: 5,
  };
}

function entriesOf(all: readonly SubjectAccess[]): Part['entries'] {
  const isAmbiguous = new Set(all.map(({ scope }) => scope)).size > 1;
  return all.map((each) => () => entry(each, isAmbiguous));
}

function entry({ scope, subject, permissions, more: further }: SubjectAccess, isAmbiguous: boolean): string {
  const where = isAmbiguous ? ` <sub>scope ${code(scope, 100)}</sub>` : '';
  const shown = permissions.slice(0, shownPermissions).map(({ what, severity }) => {
    const mark = severity === undefined ? '' : `${severityMarks[severity]} `;
    return `<br>${mark}${prose(what, 300)}`;
  });
  const left = permissions.length - Math.min(permissions.length, shownPermissions) + further;
  const more = left > 0 ? `<br>and ${left} more` : '';
  return `- **${prose(subject, 200)}**${where}${shown.join('')}${more}`;
}
