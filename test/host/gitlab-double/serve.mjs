// The double as a process of its own, for gitlab-ci-local.mjs: needs a Node.js that reads TypeScript (22.18 or newer).
//
//   node serve.mjs REPOSITORY BASE HEAD TOKEN STATE
//
// Prints its address, and writes what is on the merge request into the file STATE after every request.

import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { GitlabDouble } from './double.ts';

const [directory, base, head, token, file] = process.argv.slice(2);
const repository = {
  directory,
  git(...args) {
    const { status, stdout, stderr } = spawnSync('git', args, { cwd: directory, encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    return stdout.trimEnd();
  },
};
const double = new GitlabDouble(repository, base, head, { token, prefix: '/gitlab' });
double.onAnswer = () => {
  const { threads, conversation, quickActions, mails } = double.state;
  writeFileSync(file, JSON.stringify({ threads, conversation, quickActions, mails, wrong: double.wrong }));
};
console.log(await double.listen());
