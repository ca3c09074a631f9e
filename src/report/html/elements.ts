import { htmlText } from './html-text.ts';

/** A part of the page; its id and title are ours, `html` is escaped. */
export interface Section {
  readonly id: string;
  readonly title: string;
  /** What the table of contents says after the title, e.g. a count. */
  readonly aside?: string;
  readonly html: string;
}

/** The section with its heading, which the table of contents leads to. */
export function sectionHtml({ id, title, html }: Section): string {
  return `<section id="${id}" aria-labelledby="${id}-title">\n<h2 id="${id}-title">${title}</h2>\n${html}\n</section>`;
}

/** Soft text between heading and content. */
export function note(text: string): string {
  return `<p class="soft">${htmlText(text)}</p>`;
}

/** What can be wider than the screen: it scrolls by itself, also by keyboard. */
export function scrolling(label: string, html: string): string {
  return `<div class="scroll" role="region" aria-label="${htmlText(label)}" tabindex="0">${html}</div>`;
}

/** A table whose cells are HTML; the first cell of a row is its heading. */
export function table(label: string, heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = heads.map((each) => `<th scope="col">${each}</th>`).join('');
  const body = rows.map(
    ([first = '', ...rest]) =>
      `<tr><th scope="row">${first}</th>${rest.map((cell) => `<td>${cell}</td>`).join('')}</tr>`,
  );
  return scrolling(
    `${label}: table`,
    `<table><caption class="unseen">${htmlText(label)}</caption><thead><tr>${head}</tr></thead>\n<tbody>\n${body.join('\n')}\n</tbody></table>`,
  );
}

/** The first entries, and a sentence on the others: `12 more commits are in report.json.` */
export function capped<T>(entries: readonly T[], most: number, noun: string): readonly [readonly T[], string] {
  const more = entries.length - most;
  if (more <= 0) return [entries, ''];
  return [entries.slice(0, most), note(`${more} more ${noun} are not on this page: report.json lists them.`)];
}

/** Lines folded away under a summary. */
export function folded(summary: string, items: readonly string[]): string {
  if (items.length === 0) return '';
  return `<details class="fold"><summary>${htmlText(summary)}</summary><ul>${items.map((item) => `<li>${item}</li>`).join('\n')}</ul></details>`;
}

export const code = (text: string) => `<code>${htmlText(text)}</code>`;

export const badge = (severity: string) => `<span class="badge ${severity}">${severity}</span>`;
