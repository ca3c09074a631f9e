import { afterAll, expect, test } from '@jest/globals';
import { removeTemporary, TemporaryRepository } from './temporary-repository.ts';

afterAll(removeTemporary);

/** What git makes of the same work tree: an environment of its own leaves it to git. */
const made = (environment: Readonly<Record<string, string>>, objectFormat: 'sha1' | 'sha256') => {
  const repository = TemporaryRepository.create({ objectFormat }, environment);
  repository
    .write('a/b.yaml', 'b: 1\n')
    .write('a.yaml', 'a: 1\n')
    .write('a-b', '')
    .write('ä/ö', 'ü')
    .write('z/run', '#!');
  repository
    .executable('z/run')
    .symlink('link', 'a/b.yaml')
    .write(`long/${'n'.repeat(200)}`, Buffer.from([0, 255]));
  const first = repository.commit('Begin');
  repository.switch('change', 'main').remove('a').write('a', 'now a file\n').write('new/deep/er', '1');
  const second = repository.commit('Change', { author: 'Bob <bob@example.com>', time: 1_700_009_000 });
  const empty = repository.commit('Nothing', { allowEmpty: true });
  expect(() => repository.commit('Nothing')).toThrow();
  repository.switch('main').write('on-main', '1');
  const ids = [first, second, empty, repository.commit('Odd “message”\n\nwith a body'), repository.merge('change')];
  expect(repository.git('status', '--porcelain')).toBe('');
  repository.git('fsck', '--strict');
  return [...ids, repository.git('ls-files', '--stage')];
};

test.each(['sha1', 'sha256'] as const)('commits made without git are those that git makes (%s)', (format) => {
  expect(made({}, format)).toEqual(made({ UNUSUAL: '1' }, format));
});

test.each([
  ['.gitignore', '*.log\n'],
  ['sub/.gitattributes', '* text eol=lf\n'],
])('%s is left to git', (path, content) => {
  const repository = TemporaryRepository.create();
  repository.write(path, content).write('x.log', '1').write('sub/crlf', '1\r\n');
  repository.commit();
  expect(repository.git('status', '--porcelain')).toBe('');
  expect(repository.git('ls-files').includes('x.log')).toBe(path !== '.gitignore');
});
