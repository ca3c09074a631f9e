import { expect, test } from '@jest/globals';
import { errorWords } from '../../src/render/tools/error-words.ts';
import { runLimited } from '../../src/render/tools/run-limited.ts';

test.each([
  ['Error: a\nError: the cause\nUse --debug flag to render out invalid YAML', 'the cause'],
  ['error: accumulating /tmp/x/k/a.yaml', 'accumulating k/a.yaml'],
  [
    'E1127 01:19:04.472040   23661 run.go:72] "command failed" err="trouble configuring builtin: must specify --enable-helm"\n',
    'trouble configuring builtin: must specify --enable-helm',
  ],
  ['E1127 01:19:04.4 1 run.go:72] "command failed" err="no \\"a\\" in\\nb"', 'no "a" in b'],
  ['Error: field "pass,word!" is wrong', 'field "…" is wrong'],
  [
    'E1127 21:40:00.1 12 run.go:72] "command failed" err=<\n\ttrouble configuring builtin PatchTransformer with config: `\n\tpath: nope.yaml\n\t`: failed to get the patch file from path(nope.yaml): no such file\n >\n',
    'the patch file nope.yaml is not there',
  ],
  [
    'error: trouble configuring builtin PatchTransformer with config: `\npath: nope.yaml\n`: failed to get the patch file from path(nope.yaml): no such file\n',
    'the patch file nope.yaml is not there',
  ],
  [
    "error: accumulating resources: accumulation err='accumulating resources from '../../tree/a/remote': read /tmp/x/a/remote: is a directory': recursed accumulation of path '/tmp/x/a/remote': accumulating resources: accumulation err='accumulating resources from 'b.yaml': open /tmp/x/a/remote/b.yaml: no such file or directory': must build at directory: not a valid directory",
    'a/remote/b.yaml, which it names, is not there',
  ],
  [
    "error: accumulating resources: accumulation err='merging resources from 'b.yaml': may not add resource with an already registered id: ConfigMap.v1.[noGrp]/a.[noNs]': must build at directory: '/tmp/x/k/b.yaml': file is not directory",
    'ConfigMap a is in it twice',
  ],
  [
    "error: accumulating resources: accumulation err='accumulating resources from 'n.yaml': evalsymlink failure on '/tmp/x/k/n.yaml' : lstat /tmp/x/k/n.yaml: no such file or directory': must build at directory: not a valid directory: evalsymlink failure on '/tmp/x/k/n.yaml' : lstat /tmp/x/k/n.yaml: no such file or directory",
    'k/n.yaml, which it names, is not there',
  ],
  [
    'error: namespace transformation produces ID conflict: [{"kind":"Secret","data":{"a":"hunter2"}}]',
    'the namespace that it sets makes two objects the same',
  ],
  [
    'error: invalid Kustomization: json: unknown field "foo"',
    'its kustomization has a field that kustomize does not know: foo',
  ],
  [
    'Error: template: c/templates/x.yaml:1:9: executing "c/templates/x.yaml" at <.Values.a>: range can\'t iterate over hunter2',
    'a template loops over a value that is neither a list nor a mapping',
  ],
  [
    'Error: c/templates/x.yaml:3:27\n  executing "c/templates/x.yaml" at <.Values.x.y>:\n    nil pointer evaluating interface {}.y',
    'a template asks for y of a value that is not set',
  ],
  [
    'Error: chart requires kubeVersion: >=9.0.0 which is incompatible with Kubernetes v1.34.0',
    'its chart is for Kubernetes >=9.0.0, and it is built for 1.34.0',
  ],
  [
    'error: accumulating components: loader.New "must build at directory: \'/tmp/x/a/s.yaml\': file is not directory"',
    "'a/s.yaml': file is not directory\"",
  ],
  ["error: no 'x': in ../../tree/k/a.yaml", "no 'x': in k/a.yaml"],
  ['', 'it failed without a word'],
])('%j', (stderr, expected) => expect(errorWords(stderr, ['/tmp/x'])).toBe(expected));

/** What a program leaves that writes `text` to stderr. */
async function written(text: string): Promise<string> {
  const script = `process.stderr.write(${JSON.stringify(text)}.replace('@', 'x '.repeat(20_000))); process.exitCode = 1`;
  const { stderr } = await runLimited(process.execPath, ['-e', script], {
    directory: process.cwd(),
    environment: {},
    prefix: [],
    milliseconds: 60_000,
    outputBytes: 1000,
  });
  return stderr;
}

test('of a long message the end is kept, where the cause is', async () =>
  expect(errorWords(await written('error calling tpl: @ the cause'), ['/tmp/x'])).toMatch(/^…\s?(?:x )+\s*the cause$/));

test('of a line that is cut nothing shows that may have been in quotes', async () => {
  const stderr = await written('Error: "hunter2 @" then "hunter3" failed: the cause');
  expect(stderr).toBe(' failed: the cause');
});
