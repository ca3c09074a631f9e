import { describe, expect, test } from '@jest/globals';
import { applicationSetLoosened, templateOf } from '../../src/delivery/argocd/application-set.ts';

type Fields = Readonly<Record<string, unknown>>;

const changed = (was: Fields | undefined, is: Fields) => applicationSetLoosened(was && { spec: was }, { spec: is });
const inside = (kind: string, ...generators: readonly Fields[]): Fields => ({ [kind]: { generators } });

describe('pull requests of anybody', () => {
  const requests = (labels?: readonly unknown[]): Fields => ({
    pullRequest: { github: { owner: 'a', ...(labels === undefined ? {} : { labels }) } },
  });
  const said = (path: readonly (string | number)[], ...values: readonly string[]) => [
    {
      what: 'newly deploys what pull requests hold, without a label that somebody has to set first',
      remedy:
        'Name labels in the generator that only maintainers can set, and let the project allow nothing but a namespace for previews.',
      severity: 'high',
      path: ['spec', 'generators', ...path],
      subject: ['pullRequest', 'unmarked', ...values],
    },
  ];
  const open = '{"github":{"owner":"a"}}';
  const list = { list: { elements: [] } };
  test.each<[string, readonly Fields[] | undefined, readonly Fields[], readonly object[]]>([
    ['of a new set', undefined, [requests()], said([0, 'pullRequest'], open)],
    ['of a second generator', [list], [list, requests()], said([1, 'pullRequest'], open)],
    [
      'with an empty list of labels',
      [list],
      [requests([])],
      said([0, 'pullRequest'], '{"github":{"owner":"a","labels":[]}}'),
    ],
    [
      'with a label that is no word',
      [list],
      [requests([1])],
      said([0, 'pullRequest'], '{"github":{"owner":"a","labels":[1]}}'),
    ],
    [
      'of two generators, in one order',
      [requests(['ok'])],
      [requests(), { pullRequest: { gitea: { owner: 'a' } } }],
      said([0, 'pullRequest'], '{"gitea":{"owner":"a"}}', open),
    ],
    ['with a label', [list], [requests(['preview'])], []],
    ['as before', [requests()], [requests(), requests()], []],
    ['no longer', [requests()], [list], []],
    [
      'inside of a matrix',
      [list],
      [inside('matrix', list, requests())],
      said([0, 'matrix', 'generators', 1, 'pullRequest'], open),
    ],
    [
      'inside of a merge',
      [list],
      [inside('merge', requests())],
      said([0, 'merge', 'generators', 0, 'pullRequest'], open),
    ],
    [
      'as deep as generators are looked for',
      [list],
      [inside('matrix', inside('merge', inside('matrix', requests())))],
      said([0, 'matrix', 'generators', 0, 'merge', 'generators', 0, 'matrix', 'generators', 0, 'pullRequest'], open),
    ],
    ['deeper', [list], [inside('matrix', inside('merge', inside('matrix', inside('matrix', requests()))))], []],
    ['that are no mapping', [list], [{ pullRequest: 'x' }], []],
  ])('%s', (_, was, is, expected) => {
    expect(changed(was && { generators: was }, { generators: is })).toEqual(expected);
  });
});

describe('repositories that are found', () => {
  const template = (source: Fields): Fields => ({ template: { spec: source } });
  const found = template({ source: { repoURL: '{{ url }}' } });
  const provider = (forge: Fields, ...filters: readonly Fields[]): Fields => ({
    scmProvider: { github: { organization: 'a', ...forge }, ...(filters.length === 0 ? {} : { filters }) },
  });
  const said = (what: string, path: readonly (string | number)[], ...subject: readonly string[]) => [
    {
      what: `newly deploys ${what}: whoever may make one decides what runs`,
      remedy:
        'Name the repositories and branches in filters (repositoryMatch, branchMatch), and let the project allow nothing but what they need.',
      severity: 'medium',
      path: ['spec', 'generators', ...path, 'scmProvider'],
      subject: ['scmProvider', ...subject],
    },
  ];
  const every = 'every repository of an owner';
  const branches = 'every branch of the repositories that it finds';
  const named = { repositoryMatch: '^shop$' };
  const open = '{"github":{"organization":"a"}}';
  const all = '{"github":{"organization":"a","allBranches":true}}';
  const set = (more: Fields, ...generators: readonly Fields[]): Fields => ({ ...more, generators });

  test.each<[string, Fields | undefined, Fields, readonly object[]]>([
    ['all of an owner', undefined, set(found, provider({})), said(every, [0], 'repositories', open)],
    [
      'all of an owner, and every branch',
      set(found),
      set(found, provider({ allBranches: true })),
      said(`${every} and ${branches}`, [0], 'repositories', 'branches', all),
    ],
    [
      'every branch of some',
      set(found, provider({}, named)),
      set(found, provider({ allBranches: true }, named)),
      said(
        branches,
        [0],
        'branches',
        '{"github":{"organization":"a","allBranches":true},"filters":[{"repositoryMatch":"^shop$"}]}',
      ),
    ],
    ['some', set(found), set(found, provider({}, named)), []],
    ['some, by a label', set(found), set(found, provider({}, { labelMatch: 'deploy' })), []],
    [
      'some, or all by a second filter',
      set(found),
      set(found, provider({}, named, { pathsExist: ['x'] })),
      said(
        every,
        [0],
        'repositories',
        '{"github":{"organization":"a"},"filters":[{"repositoryMatch":"^shop$"},{"pathsExist":["x"]}]}',
      ),
    ],
    [
      'some branches of some',
      set(found),
      set(found, provider({ allBranches: true }, { ...named, branchMatch: '^main$' })),
      [],
    ],
    ['as before', set(found, provider({})), set(found, provider({}), provider({})), []],
    ['what is not deployed from', set({}), set(template({ source: { repoURL: 'https://a' } }), provider({})), []],
    [
      'what newly is deployed from',
      set(template({ source: { repoURL: 'https://a' } }), provider({})),
      set(template({ source: { targetRevision: '{{ branch }}' } }), provider({})),
      said(every, [0], 'repositories', open),
    ],
    [
      'by the second of several sources',
      set({}),
      set(template({ sources: [{ repoURL: 'https://a' }, { repoURL: '{{url}}' }] }), { list: {} }, provider({})),
      said(every, [1], 'repositories', open),
    ],
  ])('%s', (_, was, is, expected) => expect(changed(was, is)).toEqual(expected));

  test.each<[unknown, boolean]>([
    ['^shop$', true],
    ['shop', true],
    ['.*', false],
    ['.+', false],
    ['^.*$', false],
    ['', false],
    [undefined, false],
    ['{{ name }}', false],
    ['[a-z]+', false],
    ['[^/]*', false],
    ['[]a]+', false],
    ['\\w+', false],
    ['\\pL+', false],
    ['\\PN.*', false],
    ['\\pLx', true],
    ['\\p{Lu}*', false],
    ['(shop)?', false],
    ['(shop){0,1}', false],
    ['shop|.*', false],
    ['shop|web', true],
    ['(?i)', false],
    ['(?i:shop)', true],
    ['(?P<name>.*)', false],
    ['a*', false],
    ['a{0,3}', false],
    ['a{2}', true],
    ['.{1,20}', false],
    ['.*-prod', true],
    ['a'.repeat(1_000), true],
    ['a'.repeat(1_001), false],
  ])('%s limits them: %s', (repositoryMatch, isLimit) => {
    expect(changed(set(found), set(found, provider({}, { repositoryMatch })))).toHaveLength(isLimit ? 0 : 1);
  });
});

describe('a project that is filled in', () => {
  const filled = (project = '{{ team }}'): Fields => ({ template: { spec: { project } } });
  const said = (severity: 'high' | 'medium', project: string, ...values: readonly string[]) => [
    {
      what: 'newly takes the project of its Applications from what its generators find: whoever writes there chooses what may be deployed',
      remedy: 'State the project, and make an ApplicationSet for each.',
      severity,
      path: ['spec', 'template', 'spec', 'project'],
      subject: ['project', 'filled in', project, ...values],
    },
  ];
  const git = (repoURL = 'a') => ({ git: { repoURL } });
  const marked = { pullRequest: { github: { labels: ['ok'] } } };
  test.each<[string, Fields | undefined, Fields, readonly object[]]>([
    [
      'by a git generator',
      undefined,
      { ...filled(), generators: [git()] },
      said('medium', '{{ team }}', '{"repoURL":"a"}'),
    ],
    [
      'by two, in one order',
      {},
      { ...filled('{{x}}'), generators: [git('b'), git('a')] },
      said('medium', '{{x}}', '{"repoURL":"a"}', '{"repoURL":"b"}'),
    ],
    [
      'by requests as well',
      {},
      { ...filled(), generators: [git(), marked] },
      said('high', '{{ team }}', '{"github":{"labels":["ok"]}}', '{"repoURL":"a"}'),
    ],
    ['by a list, which is in the set itself', {}, { ...filled(), generators: [{ list: {} }] }, []],
    ['as before', { ...filled('{{ a }}'), generators: [git()] }, { ...filled(), generators: [git()] }, []],
    [
      'where it was stated',
      { ...filled('a'), generators: [git()] },
      { ...filled(), generators: [git()] },
      said('medium', '{{ team }}', '{"repoURL":"a"}'),
    ],
    [
      'where it was filled in by a list',
      { ...filled(), generators: [{ list: {} }] },
      { ...filled(), generators: [git()] },
      said('medium', '{{ team }}', '{"repoURL":"a"}'),
    ],
    ['which is stated', {}, { ...filled('a'), generators: [git()] }, []],
    [
      'by a patch',
      {},
      { ...filled('a'), templatePatch: 'spec:\n  project: "{{ x }}"', generators: [git()] },
      said('medium', '{{ x }}', '{"repoURL":"a"}'),
    ],
  ])('%s', (_, was, is, expected) => expect(changed(was, is)).toEqual(expected));
});

describe('a patch of the template', () => {
  const conditional = '{{ if .x }}\nspec: {project: a}\n{{ end }}';
  const said = (patch: string) => [
    {
      what: 'newly patches its Applications by a template that is not read here: it may set any of their fields, their project too',
      remedy: 'Patch only what has to be, without conditions and loops, and state the project in spec.template.',
      severity: 'medium',
      path: ['spec', 'templatePatch'],
      subject: ['templatePatch', patch],
    },
  ];
  test('which has conditions may set anything, and so may another one', () => {
    expect(changed(undefined, { templatePatch: conditional })).toEqual(said(conditional));
    expect(changed({ templatePatch: conditional }, { templatePatch: `${conditional}#` })).toEqual(
      said(`${conditional}#`),
    );
    expect(changed({ templatePatch: conditional }, { templatePatch: conditional, x: 1 })).toEqual([]);
    expect(changed({}, { templatePatch: 'spec: {project: a}' })).toEqual([]);
    expect(changed({ templatePatch: conditional }, {})).toEqual([]);
  });

  test('which has conditions may take sources from what is found', () => {
    const generators = [{ scmProvider: { github: {} } }];
    expect(
      changed({ generators }, { generators, templatePatch: conditional }).map(({ subject }) => subject[0]),
    ).toEqual(['scmProvider', 'templatePatch']);
  });

  const template = { spec: { project: 'a', source: { repoURL: 'x' } } };
  test.each<[string, unknown, object]>([
    ['none', undefined, { value: template, isOpen: false }],
    ['an empty one', '', { value: template, isOpen: false }],
    [
      'one that is merged',
      'spec: {project: b}',
      { value: { spec: { project: 'b', source: { repoURL: 'x' } } }, isOpen: false },
    ],
    ['one that is no mapping', '- a', { value: template, isOpen: true }],
    ...['if', 'range', 'with', 'else', 'end', 'define', 'template', 'block'].flatMap(
      (word): [string, string, object][] => [
        [`one with ${word}`, `{{- ${word} .x }}\nspec: {}`, { value: template, isOpen: true }],
        [`one with ${word} right behind the braces`, `{{${word} .x }}\nspec: {}`, { value: template, isOpen: true }],
      ],
    ),
    [
      'one with a value whose name begins so',
      'spec: {project: "{{ iffy }}"}',
      { value: { spec: { project: '{{ iffy }}', source: { repoURL: 'x' } } }, isOpen: false },
    ],
  ])('%s', (_, templatePatch, expected) => expect(templateOf({ spec: { template, templatePatch } })).toEqual(expected));
});
