import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { load, loadAll } from 'js-yaml';
import { documents, filled, tables } from '../.ci/tables.mjs';
import { githubEvents } from '../src/host/github/github-event.ts';
import { readPolicy } from '../src/policy/read-policy.ts';
import { dangers } from '../src/rbac/judge/danger-table.ts';
import { controlsOf, frameworks } from '../src/report/compliance/frameworks.ts';
import { rules } from '../src/rules/index.ts';
import { version } from '../src/version.ts';
import { lintWorkflow, schemaErrors, unpinned } from './host/lint-workflow.ts';

const root = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const pages = [...documents, '.github/SECURITY.md', '.github/CHANGELOG.md'];
const source = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => read(join('src', file)))
  .join('\n');

/** The YAML examples of a page that begin with a comment naming their file. */
function examples(page: string): readonly { readonly file: string; readonly text: string }[] {
  const blocks = [...read(page).matchAll(/^```yaml\n# (\S+)\n([\s\S]*?)^```$/gm)];
  return blocks.map(([, file = '', text = '']) => ({ file, text }));
}

const allExamples = pages.flatMap((page) => examples(page).map((example) => ({ page, ...example })));

describe('tables', () => {
  const all = tables(rules, dangers, { frameworks, controlsOf });

  test.each(documents)('%s is up to date (node .ci/tables.mjs brings it there)', (path) => {
    expect(read(path)).toBe(filled(read(path), all));
  });

  test.each(Object.keys(all))('the table %s is on a page, and has rows', (name) => {
    expect(all[name]?.split('\n').length).toBeGreaterThan(5);
    expect(documents.filter((path) => read(path).includes(`<!-- table: ${name} -->`))).not.toEqual([]);
  });

  test('a block is replaced, empty or not; a name that is none is an error', () => {
    const block = (name: string, inside: string) => `a\n<!-- table: ${name} -->\n${inside}<!-- end of table -->\nb`;
    for (const inside of ['', 'old\n']) expect(filled(block('x', inside), { x: 'new' })).toBe(block('x', 'new\n'));
    const two = `${block('x', '')}\n${block('x', 'old\n')}`;
    expect(filled(two, { x: 'new' })).toBe(`${block('x', 'new\n')}\n${block('x', 'new\n')}`);
    expect(() => filled(block('y', ''), { x: 'new' })).toThrow('there is no table y');
  });
});

describe('examples', () => {
  test('there are some of each kind', () => {
    const files = allExamples.map(({ file }) => file);
    expect(files).toEqual(expect.arrayContaining(['.gitlab-ci.yml', '.gitops-gate/policy.yaml']));
    expect(files.filter((file) => file.startsWith('.github/workflows/')).length).toBeGreaterThan(1);
  });

  const workflows = allExamples.filter(({ file }) => file.startsWith('.github/workflows/'));
  test.each(workflows)('$page: $file passes actionlint and the schema, and is pinned', async ({ text }) => {
    expect(await lintWorkflow(text)).toEqual([]);
    expect(schemaErrors('github-workflow', load(text))).toEqual([]);
    // The reader's own copy, whose commit only the reader knows.
    const ours = /^[\w./-]+\/gitops-gate@0{40} # your copy, at the commit you reviewed$/;
    expect(unpinned(text).filter((rest) => !ours.test(rest))).toEqual([]);
  });

  test.each(workflows)('$page: $file gives the action only inputs it has', ({ text }) => {
    const action = load(read('action.yml')) as { inputs: object };
    const { jobs } = load(text) as { jobs: Record<string, { steps: { uses?: string; with?: object }[] }> };
    const steps = Object.values(jobs).flatMap((job) => job.steps);
    const ours = steps.filter((step) => step.uses?.includes('/gitops-gate@'));
    expect(ours.length).toBe(1);
    for (const step of ours)
      expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(step.with ?? {})));
  });

  const policies = allExamples.filter(({ file }) => file === '.gitops-gate/policy.yaml');
  test.each(policies)('$page: the policy is valid', ({ text }) => {
    const { problems } = readPolicy(
      Buffer.from(text),
      '.gitops-gate/policy.yaml',
      rules.map((rule) => rule.id),
    );
    expect(problems).toEqual([]);
  });

  test.each(allExamples)('$page: $file is YAML', ({ text }) => {
    expect(loadAll(text)).toHaveLength(1);
  });
});

describe('what the pages say is so', () => {
  test('every message that troubleshooting explains is one of the program', () => {
    const messages = [...read('.github/docs/troubleshooting.md').matchAll(/^### `(.*)`$/gm)].map(
      ([, text = '']) => text,
    );
    expect(messages.length).toBeGreaterThan(8);
    const variable = /^(CI_\w+) is not set\.$/;
    for (const message of messages) {
      const parts = variable.test(message) ? [message.replace(variable, "'$1'"), '} is not set.'] : [message];
      for (const part of parts) expect({ message, known: source.includes(part) }).toEqual({ message, known: true });
    }
  });

  test('no page speaks of a rule that there is not', () => {
    const names =
      /`((?:rbac|secret|sops|plaintext|placeholder|unsigned|invalid|rejected|untrusted|gate|hidden|workload|delivery|unreadable)-[a-z-]+)`/g;
    const known = rules.map((rule) => rule.id);
    const named = pages.flatMap((page) => [...read(page).matchAll(names)].map(([, id = '']) => ({ page, id })));
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter(({ id }) => !known.includes(id))).toEqual([]);
  });

  const quoting = rules
    .map(({ id }) => ({ id, page: read(`.github/docs/rules/${id}.md`) }))
    .flatMap(({ id, page }) => [...page.matchAll(/^(?:> .*\n)+/gm)].map(([quote]) => ({ id, page, quote })));

  test('most pages of rules quote a message', () => expect(quoting.length).toBeGreaterThan(10));

  test.each(quoting)('what the page of $id quotes is printed so, but for the names', ({ id, page, quote }) => {
    const example = [...page.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([block]) => block).join('\n');
    // Names are those of the example, and what no word of a sentence looks like.
    const isName = (word: string) => /[/*=\d]/.test(word) || example.includes(word.replace(/[.,;:]$/, ''));
    const words = quote
      .replaceAll(/^> |\\/gm, '')
      .trim()
      .split(/\s+/);
    const printed = new RegExp(
      ` ${id} ${words.map((word) => (isName(word) ? '\\S+' : word.replaceAll(/[\\^$.|?*+()[\]{}]/g, '\\$&'))).join(' ')}$`,
      'm',
    );
    const cases = readdirSync(join(root, 'test/rules', id));
    const texts = cases
      .map((name) => join('test/rules', id, name, 'expected.txt'))
      .filter((file) => existsSync(join(root, file)));
    expect(texts.map(read).filter((text) => printed.test(text))).not.toEqual([]);
  });

  test('every event the gate reads is in the set-up page', () => {
    for (const event of githubEvents) expect(read('.github/docs/set-up-github.md')).toContain(`\`${event}\``);
  });

  test.each(pages)('%s: every file of ours that a command names is there', (page) => {
    const blocks = [...read(page).matchAll(/^```(?:console|sh)\n([\s\S]*?)^```$/gm)].map(([, text = '']) => text);
    const named = blocks.flatMap((text) => text.match(/(?<![\w./-])(?:src|test|\.ci|dist)\/[\w./-]+/g) ?? []);
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  test('a comment that cites a page cites a heading of it, and no page that is not here', () => {
    const cited = [...source.matchAll(/([\w-]+)\.md, "([^"]+)"/g)].map(([, page = '', heading = '']) => ({
      page,
      heading,
    }));
    expect(cited.length).toBeGreaterThan(10);
    for (const { page, heading } of cited)
      expect({ page, headings: headings(read(`.github/docs/${page}.md`)) }).toMatchObject({
        headings: expect.arrayContaining([heading]),
      });
    expect(source).not.toMatch(/\b(?:contracts|design) ?[(§]/);
  });

  test.each(pages)('%s: every link to a file of ours leads somewhere', (page) => {
    const links = [...read(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
    for (const link of links.filter((l) => !/^https?:/.test(l))) {
      const [path = '', anchor] = link.split('#');
      const target = path.startsWith('/') ? path.slice(1) : path === '' ? page : join(dirname(page), path);
      expect({ link, there: existsSync(join(root, target)) }).toEqual({ link, there: true });
      if (anchor !== undefined)
        expect({ link, anchors: anchors(read(target)) }).toMatchObject({ anchors: expect.arrayContaining([anchor]) });
    }
  });
});

/** The anchors GitHub gives a page's headings. */
function anchors(text: string): readonly string[] {
  return headings(text).map((h) =>
    h
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

function headings(text: string): readonly string[] {
  return [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => heading);
}

describe('the version', () => {
  test('is one everywhere', () => {
    expect(JSON.parse(read('package.json')).version).toBe(version);
    const [{ spec }] = loadAll(read('gitlab-component/templates/gitops-gate.yml')) as [
      { spec: { inputs: { version: { default: string } } } },
    ];
    expect(spec.inputs.version.default).toBe(version);
    expect(read('.github/CHANGELOG.md')).toContain(`## ${version}\n`);
  });
});
