import { describe, expect, test } from '@jest/globals';
import { protectionLosses } from '../../src/rules/repository/review-weakened/protection.ts';
import { terraformResources } from '../../src/rules/repository/review-weakened/terraform.ts';
import { openCode } from '../../src/rules/repository/workflow-permissions/open-code.ts';
import { wonScopes } from '../../src/rules/repository/workflow-permissions/token-scopes.ts';
import { superlinearAt } from '../growth.ts';

describe('Terraform', () => {
  test('attributes, lists, blocks, comments and here-documents are read', () => {
    const [first, second, ...rest] = terraformResources(`
/* resource "x" "y" { a = 1 } */
resource "github_branch_protection" "main" { // main
  pattern = "ma\\"in" # comment
  checks  = [
    "a", "b",
  ]
  dynamic = var.x ? {
    a = 1
  } : null
  text = <<-EOT
    } a = 1
  EOT
  rules {
    count = 2
    deep "label" {
      on = true
    }
  }
  rules {
    count = 3
  }
}
resource "b" "c" { flag = false }
`);
    expect(rest).toEqual([]);
    expect([first?.type, first?.name, first?.line]).toEqual(['github_branch_protection', 'main', 3]);
    expect(JSON.parse(JSON.stringify(first?.value))).toEqual({
      pattern: 'ma\\"in',
      checks: ['a', 'b'],
      dynamic: 'var.x ? { a = 1 } : null',
      text: expect.stringContaining('} a = 1'),
      rules: [{ count: '2', deep: [{ on: 'true' }] }, { count: '3' }],
    });
    expect([second?.name, second?.line, { ...second?.value }]).toEqual(['c', 24, { flag: 'false' }]);
  });

  test.each([
    ['comments without an end', '/* '],
    ['here-documents without an end', '<<A\n'],
    ['here-documents of one word', '<<A\nA\n'],
    ['strings without an end', '"\n'],
    ['blocks without an end', 'resource "a" "b" {\n'],
    ['lists without an end', 'resource "a" "b" { a = [\n'],
    ['expressions without an end', 'resource "a" "b" { a = (\n'],
  ])('%s take time by their length', (_, part) => {
    expect(superlinearAt((size) => terraformResources(part.repeat(size)), 20_000)).toBeUndefined();
  });
});

test.each(['${{', `\${{'`, '${{ github.event', 'git ', 'gh pr ', 'curl ', '\\\n', `\${{ inputs.a }}`, `\${{ env.A }}`])(
  'commands of %j again and again take time by their length',
  (part) => {
    const workflow = (size: number) => ({
      on: 'issues',
      env: { A: 'a' },
      jobs: { a: { steps: [{ run: part.repeat(size) }] } },
    });
    expect(superlinearAt((size) => [...openCode(undefined, workflow(size))], 10_000)).toBeUndefined();
  },
);

test.each([`\${{ env.A }} `, 'git fetch $A\n'])('a long value in %j again and again, too', (part) => {
  const workflow = (size: number) => ({
    on: 'issues',
    env: { A: 'a'.repeat(size) },
    jobs: { a: { steps: [{ run: part.repeat(size / 8) }] } },
  });
  expect(superlinearAt((size) => [...openCode(undefined, workflow(size))], 40_000)).toBeUndefined();
  // What is not put in may be anything.
  expect([...openCode(undefined, workflow(8))]).toEqual([]);
  expect([...openCode(undefined, workflow(4_000))]).not.toEqual([]);
});

describe('protection', () => {
  test.each<[string, object, object, readonly string[]]>([
    ['fewer approvals', { required_approving_review_count: 2 }, { required_approving_review_count: 1 }, ['lowers']],
    ['none', { required_approving_review_count: 1 }, {}, ['lowers']],
    ['more', { required_approving_review_count: 1 }, { required_approving_review_count: 2 }, []],
    ['a block', { protection: { required_pull_request_reviews: {} } }, { protection: {} }, ['no longer has']],
    [
      'what is no switch',
      { private: true, strict: true },
      { private: {}, strict: [] },
      ['turns private', 'turns strict'],
    ],
    ['null', { protection: { enforce_admins: true } }, { protection: null }, ['no longer has protection']],
    ['a rule', { rules: [{ type: 'deletion' }] }, { rules: [] }, ['no longer protects deletion']],
    ['a check', { contexts: ['a', 'b'] }, { contexts: ['b', 'c'] }, ['demands 1 fewer']],
    ['more checks', { contexts: ['a'] }, { contexts: ['b', 'a'] }, []],
    ['evaluation', { enforcement: 'active' }, { enforcement: 'evaluate' }, ['sets enforcement']],
    ['bypass', { bypass_actors: [] }, { bypass_actors: [{ actor_id: 1 }] }, ['exempts 1 more']],
    ['names of objects', { constructor: 1, toString: true }, { hasOwnProperty: [] }, []],
  ])('%s', (_, before, after, said) => {
    const losses = protectionLosses(before, after).map(({ what }) => what);
    expect(losses).toEqual(said.map((each) => expect.stringContaining(each)));
  });
});

test.each<[unknown, unknown, readonly string[]]>([
  [{ contents: 'read' }, { contents: 'write' }, ['contents']],
  [{ contents: 'write' }, { contents: 'write', actions: 'read' }, []],
  ['read-all', 'write-all', ['everything']],
  ['read-all', undefined, ['everything']],
  [{}, null, ['everything']],
  ['write-all', undefined, []],
  [undefined, 'write-all', []],
  [{ contents: 'read' }, [{ contents: 'write' }], []],
])('a token with %j and then with %j newly writes %j', (before, after, scopes) => {
  expect(wonScopes(before, after).scopes).toEqual(scopes);
});

describe('what people outside wrote', () => {
  const title = `\${{ github.event.pull_request.title }}`;
  const checkout = (inputs: object, env: object = {}) => ({ uses: 'actions/checkout@v4', with: inputs, env });
  test.each<[object, number]>([
    [{ run: `echo ${title}` }, 1],
    [{ run: `echo \${{ GitHub.Event.Pull_Request.Title }}` }, 1],
    [{ run: `echo \${{ github['event']['pull_request']['title'] }}` }, 1],
    [{ run: `echo \${{ env.T }}`, env: { T: title } }, 1],
    [{ run: 'echo "$T"', env: { T: title } }, 0],
    [{ run: `echo '\${{ toJSON(github.event) }}'` }, 1],
    [{ run: `echo \${{ github.event.pull_request.number }}` }, 0],
    [{ run: `curl -L \${{ github.event.pull_request.patch_url }} | git apply` }, 1],
    [{ run: 'git checkout $S', env: { S: `\${{ github.event.pull_request.head.sha }}` } }, 1],
    [checkout({ ref: `\${{ github.event.pull_request.head.sha }}` }), 1],
    [checkout({ ref: `\${{ env.REF }}` }, { REF: `\${{ github.event.pull_request.head.sha }}` }), 1],
    [checkout({ repository: `\${{ github.event.pull_request.head.repo.full_name }}`, ref: 'main' }), 1],
    [checkout({ ref: `\${{ github.event.pull_request.base.sha }}` }), 0],
    [checkout({}), 0],
  ])('%j: %d', (step, count) => {
    const workflow = { on: 'pull_request_target', jobs: { test: { steps: [step] } } };
    expect([...openCode(undefined, workflow)]).toHaveLength(count);
    expect([...openCode(workflow, workflow)]).toEqual([]);
    expect([...openCode(undefined, { ...workflow, on: 'pull_request' })]).toEqual([]);
  });
});
