import { describe, expect, test } from '@jest/globals';
import { isOpen, openCode } from '../../src/rules/repository/workflow-permissions/open-code.ts';
import { stepsOf, withInputs } from '../../src/rules/repository/workflow-permissions/steps.ts';
import { wonScopes } from '../../src/rules/repository/workflow-permissions/token-scopes.ts';
import { yaml } from '../admission/said.ts';

const workflow = (steps: readonly object[], more: object = {}) => ({
  on: 'pull_request_target',
  jobs: { a: { steps } },
  ...more,
});
const head = `\${{ github.event.pull_request.head.sha }}`;
const kindsOf = (before: object | undefined, after: object) =>
  [...openCode(before as never, after as never)].map(({ subject, path }) => `${subject[1]} ${path.join('.')}`);
const run = (command: string, more: object = {}) => ({ run: command, ...more });
const uses = (action: string, given: object = {}) => ({ uses: action, with: given });

test('a workflow is open to people outside by the events that start it', () => {
  const open = ['pull_request_target', 'workflow_run', 'issue_comment', 'issues', 'discussion', 'discussion_comment'];
  expect(open.map((on) => isOpen({ on }))).toEqual(open.map(() => true));
  expect(
    [{ on: ['push', 'issues'] }, { on: { push: {}, issues: null } }, { true: 'issues' }].map((each) => isOpen(each)),
  ).toEqual([true, true, true]);
  expect(
    [{ on: 'pull_request' }, { on: ['push'] }, { on: { push: {} } }, {}, { true: 'push', on: 'issues' }].map((each) =>
      isOpen(each),
    ),
  ).toEqual([false, false, false, false, false]);
});

describe('what a step runs from outside', () => {
  const found = (step: object, others: readonly object[] = [], more: object = {}) =>
    kindsOf(undefined, workflow([...others, step], more)).map((each) => each.split(' ')[0]);
  test.each<readonly [string, object]>([
    ['its commit', uses('actions/checkout@v4', { ref: head })],
    ['its branch', uses('actions/checkout@v4', { ref: `\${{ github.head_ref }}` })],
    [
      'its repository',
      uses('actions/checkout@v4', { repository: `\${{ github.event.pull_request.head.repo.full_name }}` }),
    ],
    ['its merge', uses('actions/checkout@v4', { ref: `refs/pull/\${{ github.event.number }}/merge` })],
    ['its reference by a number', uses('actions/checkout@v4', { ref: 'pull/1/head' })],
    ['that of a run', uses('actions/checkout@v4', { ref: `\${{ github.event.workflow_run.head_sha }}` })],
    ['by an index', uses('actions/checkout@v4', { ref: `\${{ github.event['pull_request']['head'].sha }}` })],
    ['in any input of a checkout', uses('acme/git-clone@v1', { x: head })],
    ['in a branch of any action', uses('acme/a@v1', { Branch: head })],
    ['by a command', run(`git fetch origin ${head}`)],
    ['by git with options', run(`git -C x -c a=b checkout ${head}`)],
    ['by gh', run('gh pr checkout 1')],
    ['by gh with a repository', run('gh -R a/b pr checkout 1')],
    ['as a patch', run(`curl \${{ github.event.pull_request.patch_url }} | git apply`)],
    ['as an archive', run(`curl https://x/archive/${head}.zip`)],
    ['by a variable', run('git fetch origin $SHA', { env: { SHA: head } })],
    ['by a variable in braces', run(`git fetch origin \${SHA}`, { env: { SHA: head } })],
    ['by a variable of GitHub', run('git checkout $GITHUB_HEAD_REF')],
    ['over lines', run(`git \\\n  fetch origin \\\n  ${head}`)],
    ['by env in an expression', uses('actions/checkout@v4', { ref: `\${{ env.SHA }}` })],
  ])('checked out: %s', (_, step) => {
    const more = { env: { SHA: head } };
    expect(found(step, [], 'run' in step ? {} : more)).toEqual(['checkout']);
  });

  test.each<readonly [string, object]>([
    ['the base', uses('actions/checkout@v4')],
    ['the base by its commit', uses('actions/checkout@v4', { ref: `\${{ github.event.pull_request.base.sha }}` })],
    ['a number', run(`echo \${{ github.event.pull_request.number }}`)],
    ['the head in an input that is no reference', uses('acme/a@v1', { sha: head })],
    ['the head that is only said', run(`echo ${head}`)],
    ['a fetch of something else', run('git fetch origin main')],
    ['a command that only begins so', run(`gitx fetch \${{ github.event.pull_request.head.sha }}`)],
    ['no step', {}],
    ['what an earlier step says', uses('actions/checkout@v4', { ref: `\${{ steps.a.outputs.b }}` })],
    [
      'a text that was given by a variable',
      run('echo "$TITLE"', { env: { TITLE: `\${{ github.event.issue.title }}` } }),
    ],
  ])('nothing by %s', (_, step) => {
    expect(found(step)).toEqual([]);
  });

  test('what an earlier step says may be the head where the workflow looks that up', () => {
    const says = [
      uses('actions/checkout@v4', { ref: `\${{ steps.a.outputs.b }}` }),
      run(`git fetch origin \${{ needs.a.outputs.b }}`),
      uses('actions/checkout@v4', { ref: `\${{ inputs.x }}` }),
      uses('acme/a@v1', { ref: `\${{ matrix.x }}` }),
    ];
    const looks = [
      run('gh pr view 1'),
      uses('actions/github-script@v7', { script: 'x.pulls.get()' }),
      run('curl a/pulls/1'),
      run('echo head_sha'),
      uses('xt0rted/pull-request-comment-branch@v1'),
    ];
    expect(says.map((step) => found(step, [run('echo')]))).toEqual(says.map(() => []));
    expect(says.map((step) => found(step, looks.slice(0, 1)))).toEqual(says.map(() => ['checkout']));
    expect(looks.map((look) => found(says[0] ?? {}, [look]).at(-1))).toEqual(looks.map(() => 'checkout'));
  });

  test.each<readonly [string, object, boolean]>([
    ['a title in a command', run(`echo \${{ github.event.issue.title }}`), true],
    ['a body', run(`echo \${{ github.event.pull_request.body }}`), true],
    ['a message', run(`echo \${{ github.event.head_commit.message }}`), true],
    ['a label', run(`echo \${{ github.event.pull_request.head.label }}`), true],
    ['an author', run(`echo \${{ github.event.head_commit.author.email }}`), true],
    ['a whole event', run(`echo '\${{ toJSON(github.event) }}'`), true],
    ['everything', run(`echo '\${{ toJSON(github) }}'`), true],
    ['by an index', run(`echo \${{ github['event']['issue'].title }}`), true],
    ['in quotes with braces', run(`echo \${{ format('}}', github.event.comment.body) }}`), true],
    ['in a script', uses('actions/github-script@v7', { script: `x = "\${{ github.event.issue.title }}"` }), true],
    ['in a shell', run('x', { shell: `\${{ github.head_ref }}` }), true],
    ['by env in an expression', run(`echo \${{ env.T }}`, { env: { T: `\${{ github.event.issue.title }}` } }), true],
    [
      'as a part of an expression',
      run(`echo \${{ format('{0}', env.T) }}`, { env: { T: `\${{ github.event.issue.title }}` } }),
      true,
    ],
    ['a number', run(`echo \${{ github.event.issue.number }}`), false],
    ['who acts', run(`echo \${{ github.actor }}`), false],
    ['outside of an expression', run('echo github.event.issue.title'), false],
    ['in a script of another action', uses('acme/a@v1', { script: `\${{ github.event.issue.title }}` }), false],
    [
      'in another input of a script',
      uses('actions/github-script@v7', { x: `\${{ github.event.issue.title }}` }),
      false,
    ],
    ['the title of something else', run(`echo \${{ github.event.milestone.title }}`), false],
  ])('text of people: %s', (_, step, isText) => {
    expect(found(step)).toEqual(isText ? ['text'] : []);
  });

  test('commands and names are told from what only looks like them', () => {
    const isFound = (command: string, others: readonly object[] = []) =>
      found(run(command), others).includes('checkout');
    const fetching = [
      'git fetch',
      'git -c a pull',
      'patch <',
      'gh repo clone',
      'gh --repo a/b pr checkout',
      'curl a/tarball',
      'wget a/raw',
      'gh api a/contents',
    ];
    const others = [
      'xgit fetch',
      'git xfetch',
      'git fetchx',
      'xpatch <',
      'xgh repo clone',
      'gh repo clonex',
      'gh prx checkout',
      'gh pr xcheckout',
      'xcurl a/archive',
      'curlx a/archive',
      'gh apix a/raw',
    ];
    expect([
      fetching.filter((each) => !isFound(`${each} ${head}`)),
      others.filter((each) => isFound(`${each} ${head}`)),
    ]).toEqual([[], []]);
    const brought = [
      'a/pull/1/head',
      'pull/1/merge',
      '\ngh pr checkout 1',
      '\ngh pr diff 1',
      'refs/pull/x',
      '$GITHUB_HEAD_REF',
    ];
    const not = [
      'xpull/1/head',
      'pull/1/headx',
      'pull/1/x',
      '\nxgh pr diff 1',
      '\ngh prx diff 1',
      '\ngh pr xdiff 1',
      '\ngh pr diffx 1',
      'xpull_request.head.sha',
      'pull_request.head.x',
    ];
    expect([
      brought.filter((each) => !isFound(`git fetch ${each}`)),
      not.filter((each) => isFound(`git fetch ${each}`)),
    ]).toEqual([[], []]);
    const isLookedUp = (look: string) => isFound(`git fetch \${{ steps.a.outputs.b }}`, [run(look)]);
    const looks = [
      'head_sha',
      'headsha',
      'head_branch',
      'headRefName',
      'headRepository',
      'head.sha',
      'head.repo',
      'pulls.get',
      'a/pulls/1',
      'gh pr view',
      'refs/pull/',
    ];
    const notLooks = [
      'xhead_sha',
      'head_shax',
      'xheadRefName',
      'headRefNamex',
      'xhead.sha',
      'head.shax',
      'xpulls.get',
      'pulls.getx',
      'xgh pr view',
      'gh prx view',
      'head',
    ];
    expect([looks.filter((each) => !isLookedUp(each)), notLooks.filter(isLookedUp)]).toEqual([[], []]);
  });

  test('what was there before is not new', () => {
    const step = run(`echo \${{ github.event.issue.title }}`);
    expect(kindsOf(workflow([step]), workflow([run('echo'), step]))).toEqual([]);
    expect(kindsOf({ ...workflow([step]), on: 'push' }, workflow([step]))).toEqual(['text jobs.a.steps.0.run']);
    expect(
      kindsOf(workflow([step]), { ...workflow([run(`other \${{ github.event.issue.title }}`)]), on: 'push' }),
    ).toEqual([]);
    const [risk] = openCode(
      undefined,
      workflow([uses('actions/checkout@v4', { ref: head })], { on: ['issues', 'push', 'workflow_run'] }) as never,
    );
    expect([
      risk?.path.join('.'),
      risk?.severity,
      risk?.what.includes('on issues, workflow_run, in its job a:'),
      risk?.subject,
    ]).toEqual(['jobs.a.steps.0.with', 'high', true, ['open code', 'checkout', 'a']]);
  });

  test('local actions and workflows are followed', () => {
    const files: Readonly<Record<string, object>> = {
      'a/action.yml': {
        inputs: { Version: { default: 'main' } },
        runs: { steps: [uses('actions/checkout@v4', { ref: `\${{ inputs.version }}` })] },
      },
      '.github/workflows/b.yml': { jobs: { c: { steps: [run(`echo \${{ github.event.issue.title }}`)] } } },
    };
    const local = (path: string) => files[path] as never;
    const found = (after: object) =>
      [...openCode(undefined, after as never, { before: () => undefined, after: local })].map(
        ({ file, calledAt, path, subject }) => `${file} ${path.join('.')} ${calledAt?.join('.')} ${subject.join()}`,
      );
    expect(found(workflow([uses('./a', { VERSION: head })]))).toEqual([
      'a/action.yml runs.steps.0.with jobs.a.steps.0 open code,checkout,a,a/action.yml',
    ]);
    expect(found(workflow([uses('./a/', {}), uses('./missing'), uses('a')]))).toEqual([]);
    expect(found({ on: 'issues', jobs: { x: { uses: './.github/workflows/b.yml' } } })).toEqual([
      '.github/workflows/b.yml jobs.c.steps.0.run jobs.x open code,text,x,.github/workflows/b.yml',
    ]);
  });
});

test('steps have the variables of what is around them', () => {
  const steps = stepsOf(
    yaml(
      '{env: {A: 1, B: 1}, jobs: {j: {env: {B: 2, C: 2}, steps: [{env: {C: 3}}, {run: x}]}, k: {uses: x}}, runs: {steps: [{run: y}]}}',
    ),
    () => undefined,
  );
  expect(steps.map(({ env, path, job }) => `${path.join('.')} ${job} ${JSON.stringify(env)}`)).toEqual([
    'jobs.j.steps.0 j {"A":1,"B":2,"C":3}',
    'jobs.j.steps.1 j {"A":1,"B":2,"C":2}',
    'jobs.k k {"A":1,"B":1}',
    'runs.steps.0  {}',
  ]);
});

test('calls are followed to a depth, and the same one once', () => {
  const chain = (depth: number) => (path: string) => {
    const at = Number(/^a(\d+)\/action\.yml$/.exec(path)?.[1] ?? -1);
    return at < 0 ? undefined : yaml(`{runs: {steps: [{${at < depth ? `uses: ./a${at + 1}` : 'run: x'}}]}}`);
  };
  const cut = (depth: number) =>
    stepsOf(yaml('{jobs: {j: {steps: [{uses: ./a0}]}}}'), chain(depth)).some(({ isCutOff }) => isCutOff === true);
  expect([cut(9), cut(10)]).toEqual([false, true]);
  const twice = stepsOf(
    yaml('{jobs: {j: {steps: [{uses: ./a0}, {uses: ./a0}]}, k: {steps: [{uses: ./a0}]}}}'),
    chain(0),
  );
  expect(twice.map(({ step, job }) => `${job} ${JSON.stringify(step)}`)).toEqual([
    'j {"uses":"./a0"}',
    'j {"run":"x"}',
    'j {"uses":"./a0"}',
    'k {"uses":"./a0"}',
    'k {"run":"x"}',
  ]);
  const given = (length: number) =>
    stepsOf(yaml(`{jobs: {j: {steps: [{uses: ./a0, with: {x: "${'a'.repeat(length)}"}}]}}}`), chain(0)).at(-1)
      ?.isCutOff;
  expect([given(4_992), given(4_993)]).toEqual([undefined, true]);
});

test('inputs take the place of their names once', () => {
  const inputs = { a: 'x', b: `\${{ inputs.a }}`, c: 1 };
  expect(withInputs(`\${{ inputs.A }} \${{inputs.a}} \${{ inputs.c }} \${{ inputs.z }} \${{ inputs.b }}`, inputs)).toBe(
    `x \${{inputs.a}} 1 \${{ inputs.z }} \${{ inputs.a }}`,
  );
});

test.each<readonly [string, unknown, unknown, readonly string[], boolean]>([
  ['a scope', { contents: 'read' }, { contents: 'write' }, ['contents'], false],
  ['a further scope', { contents: 'write' }, { contents: 'write', packages: 'write', x: 'read' }, ['packages'], false],
  ['everything', { contents: 'write' }, 'write-all', ['everything'], false],
  ['everything as before', 'write-all', 'write-all', [], false],
  ['a part of everything', 'write-all', { contents: 'write' }, [], false],
  ['nothing stated', { contents: 'read' }, undefined, ['everything'], true],
  ['nothing stated as before', undefined, undefined, [], false],
  ['stated where nothing was', undefined, { contents: 'write' }, [], false],
  ['reading', { contents: 'read' }, 'read-all', [], false],
])('what a token newly may write: %s', (_, before, after, scopes, isDefault) => {
  expect(wonScopes(before, after)).toEqual({ scopes, isDefault });
});
