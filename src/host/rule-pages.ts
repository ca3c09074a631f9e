import { readFile } from 'node:fs/promises';
import type { RuleInfo } from '../report/rule-info.ts';
import { rules } from '../rules/index.ts';

/** A rule's page, Markdown. The build lays the pages alongside the bundle; in the sources they are in .github/docs/rules. */
export async function readRulePage(id: string): Promise<string> {
  const bundled = !import.meta.url.endsWith('/host/rule-pages.ts');
  return readFile(new URL(bundled ? `rules/${id}.md` : `../../.github/docs/rules/${id}.md`, import.meta.url), 'utf8');
}

/** What formats for machines say of every rule. */
export function readRuleInfos(): Promise<readonly RuleInfo[]> {
  return Promise.all(
    rules.map(async ({ id, category, severity, summary }) => ({
      id,
      category,
      severity,
      summary,
      help: await readRulePage(id),
    })),
  );
}
