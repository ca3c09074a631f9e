import { afterAll, expect, test } from '@jest/globals';
import { removeTemporary } from '../git/temporary-repository.ts';
import { gate, trustingRepository } from './program.ts';

afterAll(removeTemporary);

/** The author makes the branch `weak` without a policy and asks for a merge into it; `main` names what is delivered. */
function repository() {
  const made = trustingRepository({
    '.gitops-gate/policy.yaml': 'version: 1\nfailOn: never\nbranches: [main, "release/*"]\n',
  });
  made.switch('weak', 'main').remove('.gitops-gate').commit('Begin again');
  made.switch('change', 'weak').write('a.txt', 'a\n').commit('Change');
  return made;
}

const judge = async (base: string, directory: string) => {
  const run = await gate(directory, 'check', '--base', base, '--head', 'change', '--format', 'json');
  const { outcome, unjudged, range } = JSON.parse(run.stdout) as {
    outcome: string;
    unjudged: { what: string }[];
    range: { branch: string | null };
  };
  return { code: run.code, outcome, unjudged: unjudged.map(({ what }) => what), branch: range.branch };
};

test('a pass against a branch of the author’s making cannot be had: the default branch’s policy says what is delivered', async () => {
  const { directory } = repository();
  expect(await judge('weak', directory)).toEqual({
    code: 2,
    outcome: 'could-not-judge',
    unjudged: [expect.stringContaining('A change into weak is not judged')],
    branch: 'weak',
  });
  expect(await judge('main', directory)).toMatchObject({ code: 0, outcome: 'passed', branch: 'main' });
});

test('what the default branch points to is as good as the branch; any other commit or tag counts for no branch', async () => {
  const made = repository();
  const judged = (rev: string) => judge(made.git('rev-parse', rev), made.directory);
  const refused = { code: 2, unjudged: [expect.stringContaining('The base is neither a branch nor what')] };
  expect(await judged('weak')).toMatchObject(refused);
  expect(await judged('main')).toMatchObject({ code: 0, outcome: 'passed' });
  made.git('tag', 'v1', 'main');
  expect(await judge('v1', made.directory)).toMatchObject({ code: 0, outcome: 'passed' });
  made.switch('main').write('b.txt', 'b\n').commit('Go on');
  expect(await judged('main~1')).toMatchObject(refused);
  expect(await judge('v1', made.directory)).toMatchObject(refused);
});

test('without such a policy a base that is no branch is said to be none', async () => {
  const made = repository();
  made.switch('main').write('.gitops-gate/policy.yaml', 'version: 1\nfailOn: never\n').commit('Name none');
  made.write('b.txt', 'b\n').commit('Go on');
  const run = await gate(made.directory, 'check', '--base', 'main~1', '--head', 'change');
  expect(run.code).toBe(0);
  expect(run.stdout.replaceAll(/\s+/g, ' ')).toContain('counts for a merge into no branch');
});

test('a branch at the remote is the branch of that name', async () => {
  const made = repository();
  made.git('update-ref', 'refs/remotes/origin/main', 'main');
  made.git('update-ref', 'refs/remotes/origin/weak', 'weak');
  expect(await judge('origin/main', made.directory)).toMatchObject({ code: 0, branch: 'main' });
  expect(await judge('origin/weak', made.directory)).toMatchObject({ code: 2, branch: 'weak' });
});

test('without such a policy the report says for which branch it counts', async () => {
  const made = repository();
  made.switch('main').write('.gitops-gate/policy.yaml', 'version: 1\nfailOn: never\n').commit('Name none');
  const run = await gate(made.directory, 'check', '--base', 'weak', '--head', 'change');
  expect(run.code).toBe(0);
  expect(run.stdout).toContain('(weak)');
  expect(run.stdout.replaceAll(/\s+/g, ' ')).toContain('counts for a merge into weak, and for no other branch');
});
