import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import { load, loadAll } from 'js-yaml';
import { commands } from '../../src/cli/commands.ts';
import { version } from '../../src/version.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

const schema = JSON.parse(read('test/host/schemas/gitlab-ci.json'));
const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
const isPipeline = ajv.compile(schema);

/**
 * What GitLab's schema says of a pipeline, one line each. It wants a tag where there is `tags`; GitLab itself takes an empty list
 * (lib/gitlab/ci/config/entry/tags.rb), which says that the project's default does not hold.
 */
function errorsOf(value: unknown): readonly string[] {
  if (isPipeline(value)) return [];
  return (isPipeline.errors ?? []).flatMap(({ instancePath, message }) =>
    /^\/[^/]+\/tags$/.test(instancePath) && message?.includes('fewer than 1') ? [] : `${instancePath} ${message}`,
  );
}

interface Input {
  readonly description?: string;
  readonly type?: string;
  readonly default?: unknown;
  readonly options?: readonly unknown[];
  readonly regex?: string;
}

const template = read('gitlab-component/templates/gitops-gate.yml');
const [header, body = ''] = template.split(/^---\n/m);
const { spec } = load(header ?? '') as { spec: { inputs: Readonly<Record<string, Input>> } };
const inputs = Object.entries(spec.inputs);

/** The component's jobs as GitLab reads them with these inputs: a whole value keeps its type, a part becomes text. */
function component(given: Readonly<Record<string, unknown>> = {}): Record<string, Record<string, unknown>> {
  const value = (name: string) => {
    const input = spec.inputs[name];
    if (input === undefined) throw new Error(`no input ${name}`);
    return name in given ? given[name] : input.default;
  };
  const text = body
    .replace(/: \$\[\[ inputs\.([\w-]+) \]\]$/gm, (_, name) => `: ${JSON.stringify(value(name))}`)
    .replace(/\$\[\[ inputs\.([\w-]+) \]\]/g, (_, name) => String(value(name)).replace(/["\\]/g, '\\$&'));
  return load(text) as Record<string, Record<string, unknown>>;
}

describe('the component', () => {
  test('its header is what GitLab takes, and says of each input what it is', () => {
    expect(errorsOf(load(header ?? ''))).toEqual([]);
    for (const [name, { description = '' }] of inputs)
      expect({ name, length: description.length > 15 }).toEqual({ name, length: true });
    expect(inputs.length).toBeGreaterThan(12);
  });

  test('each default is among its options, of its type, and matches its expression', () => {
    for (const [name, { default: value, options, regex, type = 'string' }] of inputs) {
      if (options !== undefined) expect(options).toContain(value);
      if (regex !== undefined && value !== undefined)
        expect({ name, matches: new RegExp(regex).test(String(value)) }).toEqual({ name, matches: true });
      // What there is not before a release has no default: GitLab then says what is missing.
      const found = name === 'image' ? 'string' : Array.isArray(value) ? 'array' : typeof value;
      expect({ name, type: found, isMissing: value === undefined }).toEqual({
        name,
        type,
        isMissing: name === 'image',
      });
    }
    const image = new RegExp(spec.inputs.version?.regex ?? '');
    expect(image.test(`${version}@sha256:${'0'.repeat(64)}`)).toBe(true);
    for (const hostile of ['1.0.0\nscript: x', '1.0.0 $(id)', '']) expect(image.test(hostile)).toBe(false);
    const name = new RegExp(spec.inputs.name?.regex ?? '');
    for (const hostile of ['"; id; "', '$TOKEN', '`id`', 'a\nb']) expect(name.test(hostile)).toBe(false);
  });

  test.each([
    [{}],
    [{ 'security-reports': true, 'junit-report': true }],
    [{ 'fail-on': 'never', 'job-name': 'my gate', stage: 'build', rules: [{ when: 'always' }], name: 'prod (eu)' }],
  ])('is a pipeline with %j', (given) => {
    expect(errorsOf({ stages: ['test', 'build'], ...component(given) })).toEqual([]);
  });

  test('declares the reports that are asked for', () => {
    const reports = (given: Record<string, unknown>) => {
      const jobs = component(given);
      const { extends: bases } = jobs['gitops-gate'] as { extends: string[] };
      const of = (name: string) => (jobs[name]?.artifacts as { reports?: object } | undefined)?.reports ?? {};
      return Object.keys({ ...Object.assign({}, ...bases.map(of)), ...of('gitops-gate') }).sort();
    };
    expect(reports({})).toEqual(['codequality']);
    expect(reports({ 'security-reports': true })).toEqual(['codequality', 'sast', 'secret_detection']);
    expect(reports({ 'security-reports': true, 'junit-report': true })).toEqual([
      'codequality',
      'junit',
      'sast',
      'secret_detection',
    ]);
  });

  test('every input is used, and its command knows every flag', () => {
    for (const [name] of inputs) expect(body).toContain(`inputs.${name} `);
    const known = commands.find((command) => command.name === 'check')?.flags.map((flag) => `--${flag.name}`) ?? [];
    const script = (component()['gitops-gate'] as { script: string[] }).script.join('\n');
    const used = [...script.matchAll(/--[a-z][a-z-]+/g)].map(([flag]) => flag);
    expect(used.length).toBeGreaterThan(8);
    for (const flag of used) expect(known).toContain(flag);
  });
});

describe('pipelines', () => {
  const includes = (pipeline: unknown): { component?: string; file?: string; inputs?: object }[] =>
    [((pipeline as { include?: unknown } | null)?.include ?? []) as object].flat();

  const expectInputs = (pipeline: unknown) => {
    const ours = includes(pipeline).filter(
      ({ component, file }) =>
        component?.includes('/gitops-gate@') || file === '/gitlab-component/templates/gitops-gate.yml',
    );
    for (const { inputs: given = {} } of ours) {
      for (const [name, value] of Object.entries(given)) {
        const input = spec.inputs[name];
        expect({ name, known: input !== undefined }).toEqual({ name, known: true });
        if (input?.options !== undefined) expect(input.options).toContain(value);
        if (input?.regex !== undefined) expect(String(value)).toMatch(new RegExp(input.regex));
      }
    }
    return ours.length;
  };

  test('the component’s own is one, and includes it with inputs it has', () => {
    const own = load(read('gitlab-component/.gitlab-ci.yml'));
    expect(errorsOf(own)).toEqual([]);
    expect(expectInputs(own)).toBe(1);
    expect(own).toMatchObject({ release: { release: { tag_name: '$CI_COMMIT_TAG' } } });
  });

  const pages = [
    'README.md',
    'gitlab-component/README.md',
    ...readdirSync(join(root, '.github/docs'))
      .filter((name) => name.endsWith('.md'))
      .map((name) => `.github/docs/${name}`),
  ];
  const examples = pages.flatMap((page) =>
    [...read(page).matchAll(/^```yaml\n# \.gitlab-ci\.yml\n([\s\S]*?)^```$/gm)].map(([, text = '']) => ({
      page,
      text,
    })),
  );

  test('of the pages there are some', () => {
    expect(examples.length).toBeGreaterThan(3);
  });

  test.each(examples)('$page: the example is what GitLab takes', ({ text }) => {
    const [pipeline] = loadAll(text);
    expect(errorsOf(pipeline)).toEqual([]);
    expectInputs(pipeline);
  });
});
