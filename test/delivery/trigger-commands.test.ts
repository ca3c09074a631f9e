import { describe, expect, test } from '@jest/globals';
import { commandsOf, type Find, finder } from '../../src/delivery/triggers/commands.ts';
import { podSinks } from '../../src/delivery/triggers/pod-commands.ts';
import { templateSinks } from '../../src/delivery/triggers/tekton-commands.ts';
import { resources } from '../rbac/manifests.ts';

type Fields = Readonly<Record<string, unknown>>;
type Path = readonly (string | number)[];
const nothing: Find = () => [];

describe('texts that a container runs', () => {
  const given = (command: readonly unknown[], args: readonly unknown[] = []) =>
    commandsOf({ command, args }, ['at']).map(({ text, path }) => `${path.join('.')} ${text}`);
  test.each([
    ...[
      'sh',
      'bash',
      'dash',
      'ash',
      'ksh',
      'zsh',
      'pwsh',
      'python',
      'python3',
      'python3.12',
      'node',
      'perl',
      'ruby',
      '/bin/sh',
      '/usr/bin/env/pwsh',
    ].map((word) => [word, true] as const),
    ...['shell', 'fish', 'xsh', 'pythonx', 'nodejs', 'mynode', 'bin/shx', 'bashrc', ''].map(
      (word) => [word, false] as const,
    ),
  ])('by %s: %s', (word, isInterpreter) => {
    expect(given([word, '-c', 'x'])).toEqual(isInterpreter ? ['at.command.2 x'] : []);
  });

  test.each([
    ...['-c', '-e', '-ec', '-xe', '-xeuoc'].map((word) => [word, true] as const),
    ...['c', '--c', '-x', '-cx', '-abcdefgc', '-c=x', 'x-c'].map((word) => [word, false] as const),
  ])('behind %s: %s', (word, runsText) => expect(given(['sh', word, 'x'])).toEqual(runsText ? ['at.command.2 x'] : []));

  test.each<[string, readonly string[], readonly string[], readonly string[]]>([
    ['all that follows', ['sh', '-c', 'a'], ['b'], ['at.command.2 a', 'at.args.0 b']],
    [
      'behind the first such word',
      ['sh', '-c', 'a', '-c', 'b'],
      [],
      ['at.command.2 a', 'at.command.3 -c', 'at.command.4 b'],
    ],
    ['where the word is the first one', ['-c', 'sh', 'a'], [], []],
    ['where the word comes before the interpreter', ['env', '-c', 'sh', 'a'], [], []],
    ['where another word is before the interpreter', ['env', 'sh', '-c', 'a'], [], ['at.command.3 a']],
    ['without such a word', ['sh', 'a'], ['b'], []],
    ['without words', [], [], []],
  ])('%s', (_, command, args, expected) => expect(given(command, args)).toEqual(expected));

  test('its script and source', () => {
    expect(commandsOf({ script: 'a', source: 'b', args: ['c'] }, [1])).toEqual([
      { text: 'a', path: [1, 'script'] },
      { text: 'b', path: [1, 'source'] },
    ]);
    expect(commandsOf({ script: '', source: 1 }, [])).toEqual([]);
  });
});

test('objects are found by their kind and name, all of them', () => {
  const task = (name: string, kind = 'Task') =>
    `apiVersion: tekton.dev/v1\nkind: ${kind}\nmetadata: {name: ${name}}\n---\n`;
  const find = finder(resources({ 'a.yaml': task('a') + task('b') + task('a') + task('a', 'Pipeline') }));
  expect(find('Task', 'a').map(({ kind }) => kind)).toEqual(['Task', 'Task']);
  expect(find('Task', 'c')).toEqual([]);
});

describe('an object with pods, of which an event fills in a part', () => {
  const containers = (...all: readonly Fields[]) => ({
    kind: 'Job',
    spec: { template: { spec: { containers: all } } },
  });
  const shell = { name: 'c', command: ['sh', '-c'], args: ['x'] };
  const of = 'spec.template.spec.containers.0';
  const said = (name = 'c', field = 'containers', index = 0) => [
    { where: `go, container ${name}`, path: ['at', 'spec', 'template', 'spec', field, index] },
  ];
  test.each<[string, Fields, string, readonly object[]]>([
    ['the text that a shell runs', containers(shell), `${of}.args.0`, said()],
    ['a word more, by a negative index', containers(shell), `${of}.args.-1`, said()],
    ['a word more, behind the last', containers(shell), `${of}.args.9`, said()],
    ['all arguments', containers(shell), `${of}.args`, said()],
    ['an option of a shell', containers({ ...shell, command: ['sh'], args: ['-c', 'x'] }), `${of}.args.0`, []],
    ['an argument of a program', containers({ name: 'c', command: ['curl'], args: ['x'] }), `${of}.args.0`, []],
    ['the program', containers({ name: 'c', command: ['curl', 'x'] }), `${of}.command.0`, said()],
    ['a program where there is none', containers({ name: 'c' }), `${of}.command.-1`, said()],
    ['an argument of a command', containers({ name: 'c', command: ['curl', 'x'] }), `${of}.command.1`, []],
    ['a word behind a command', containers({ name: 'c', command: ['curl', 'x'] }), `${of}.command.-1`, []],
    ['the text in a command', containers({ name: 'c', command: ['sh', '-c', 'x'] }), `${of}.command.2`, said()],
    ['the whole command', containers({ name: 'c', command: ['curl'] }), `${of}.command`, said()],
    ['the image', containers(shell), `${of}.image`, []],
    ['a variable', containers(shell), `${of}.env.0.value`, []],
    ['the container', containers(shell), of, said()],
    ['all containers', containers(shell), 'spec.template.spec.containers', said()],
    ['the pod', containers(shell), 'spec.template', said()],
    ['another container', containers({ name: 'a' }, shell), `${of}.args.0`, []],
    ['a container with a longer index', containers(shell), `${of}0.args.0`, []],
    [
      'the second container',
      containers({ name: 'a' }, shell),
      'spec.template.spec.containers.1.args.0',
      said('c', 'containers', 1),
    ],
    [
      'a container that begins the pod',
      { kind: 'Job', spec: { template: { spec: { initContainers: [shell] } } } },
      'spec.template.spec.initContainers.0.args.0',
      said('c', 'initContainers'),
    ],
    ['a Workflow, which has parameters of its own', { ...containers(shell), kind: 'Workflow' }, `${of}.args.0`, []],
    ['a CronWorkflow', { ...containers(shell), kind: 'CronWorkflow' }, `${of}.args.0`, []],
  ])('%s', (_, resource, dest, expected) =>
    expect(podSinks(resource, new Set([dest, 'metadata.name']), ['at'], 'go')).toEqual(expected),
  );

  test('nothing, where nothing is filled in', () =>
    expect(podSinks(containers(shell), new Set(), [], 'go')).toEqual([]));

  test('down to eight fields below the object', () => {
    const below = (depth: number): Fields => (depth === 0 ? { containers: [shell] } : { x: below(depth - 1) });
    const dest = (depth: number) => `${'x.'.repeat(depth)}containers.0.args.0`;
    expect(podSinks(below(8), new Set([dest(8)]), [], 'go')).toHaveLength(1);
    expect(podSinks(below(9), new Set([dest(9)]), [], 'go')).toEqual([]);
  });
});

describe('a TriggerTemplate of Tekton', () => {
  const tainted = { name: 'x', value: '$(tt.params.title)' };
  const uses = (text: string, name?: string) => ({ ...(name === undefined ? {} : { name }), script: `echo ${text}` });
  const template = (...resourcetemplates: readonly unknown[]) => ({ spec: { resourcetemplates } });
  const at = (index: number, ...path: Path) => ['spec', 'resourcetemplates', index, 'spec', ...path];
  const taskRun = (spec: Fields) => ({ kind: 'TaskRun', spec });
  const pipelineRun = (spec: Fields) => ({ kind: 'PipelineRun', spec });
  const find: Find = (kind, name) => {
    if (kind === 'Task' && name === 'build')
      return [{ spec: { steps: [{ name: 'quiet', script: 'true' }, uses('$(params.x)', 'run')] } }];
    if (kind === 'Pipeline' && name === 'all')
      return [
        { spec: { tasks: [{ name: 'a', taskRef: { name: 'build' }, params: [{ name: 'x', value: '$(params.x)' }] }] } },
      ];
    return [];
  };

  test.each<[string, readonly unknown[], readonly object[]]>([
    [
      'in a step',
      [taskRun({ taskSpec: { steps: [uses('$(tt.params.a)')] } })],
      [{ where: 'step 0', path: at(0, 'taskSpec', 'steps', 0, 'script') }],
    ],
    [
      'in a sidecar',
      [{}, taskRun({ taskSpec: { sidecars: [{}, uses('$(tt.params.a)', 's')] } })],
      [{ where: 'step s', path: at(1, 'taskSpec', 'sidecars', 1, 'script') }],
    ],
    [
      'by a parameter',
      [taskRun({ params: [tainted], taskSpec: { steps: [uses('$(params.x)')] } })],
      [{ where: 'step 0', path: at(0, 'taskSpec', 'steps', 0, 'script') }],
    ],
    [
      'by a parameter in the older form',
      [taskRun({ params: [tainted], taskSpec: { steps: [uses('$(inputs.params.x)')] } })],
      [{ where: 'step 0', path: at(0, 'taskSpec', 'steps', 0, 'script') }],
    ],
    [
      'by a parameter in quotes',
      [taskRun({ params: [tainted], taskSpec: { steps: [uses('$(params["x"]) $(params.y)')] } })],
      [{ where: 'step 0', path: at(0, 'taskSpec', 'steps', 0, 'script') }],
    ],
    [
      'by the second of two',
      [taskRun({ params: [tainted], taskSpec: { steps: [uses('$(params.y) $(params.x)')] } })],
      [{ where: 'step 0', path: at(0, 'taskSpec', 'steps', 0, 'script') }],
    ],
    ['not by another parameter', [taskRun({ params: [tainted], taskSpec: { steps: [uses('$(params.y)')] } })], []],
    [
      'not by a parameter that is stated',
      [taskRun({ params: [{ name: 'x', value: 'a' }], taskSpec: { steps: [uses('$(params.x)')] } })],
      [],
    ],
    [
      'by a list',
      [
        taskRun({
          params: [{ name: 'x', value: ['a', '$(tt.params.b)'] }],
          taskSpec: { steps: [uses('$(params.x)')] },
        }),
      ],
      [{ where: 'step 0', path: at(0, 'taskSpec', 'steps', 0, 'script') }],
    ],
    [
      'in a Task',
      [taskRun({ params: [tainted], taskRef: { name: 'build' } })],
      [{ where: 'Task build, step run', path: at(0, 'taskSpec') }],
    ],
    ['not in a Task that is given something else', [taskRun({ taskRef: { name: 'build' } })], []],
    [
      'not in a Task where one is written',
      [taskRun({ params: [tainted], taskSpec: {}, taskRef: { name: 'build' } })],
      [],
    ],
    [
      'in a Pipeline',
      [pipelineRun({ params: [tainted], pipelineRef: { name: 'all' } })],
      [{ where: 'Pipeline all, task a, Task build, step run', path: at(0, 'pipelineSpec') }],
    ],
    ['not in a Pipeline that is given something else', [pipelineRun({ pipelineRef: { name: 'all' } })], []],
    [
      'not in a run of another kind',
      [{ kind: 'CustomRun', spec: { params: [tainted], taskRef: { name: 'build' } } }],
      [],
    ],
    [
      'in a Task that a written pipeline names',
      [
        pipelineRun({
          params: [tainted],
          pipelineSpec: {
            tasks: [{}, { name: 'a', params: [{ name: 'x', value: '$(params.x)' }], taskRef: { name: 'build' } }],
          },
        }),
      ],
      [{ where: 'task a, Task build, step run', path: at(0, 'pipelineSpec', 'tasks', 1, 'taskSpec') }],
    ],
    [
      'in what is written in a pipeline, which sees its parameters',
      [
        pipelineRun({
          params: [tainted],
          pipelineSpec: { finally: [{ name: 'f', taskSpec: { steps: [uses('$(params.x)')] } }] },
        }),
      ],
      [{ where: 'task f, step 0', path: at(0, 'pipelineSpec', 'finally', 0, 'taskSpec', 'steps', 0, 'script') }],
    ],
    [
      'not in a Task of a pipeline that does not pass it on',
      [pipelineRun({ params: [tainted], pipelineSpec: { tasks: [{ name: 'a', taskRef: { name: 'build' } }] } })],
      [],
    ],
  ])('%s', (_, resourcetemplates, expected) =>
    expect(templateSinks(template(...resourcetemplates), find)).toEqual(expected),
  );

  test('up to 20,000 steps and tasks are looked at, and what is beyond is said', () => {
    const steps = (count: number) => Array.from({ length: count }, () => ({ script: 'true' }));
    const run = (count: number) =>
      template(
        taskRun({ taskSpec: { steps: steps(count) } }),
        taskRun({ taskSpec: { steps: [uses('$(tt.params.a)')] } }),
      );
    expect(templateSinks(run(19_998), nothing).map(({ where }) => where)).toEqual(['step 0']);
    expect(templateSinks(run(19_999), nothing).map(({ where }) => where)).toEqual([
      'step 0',
      'more steps than are followed',
    ]);
    expect(templateSinks(run(20_000), nothing)).toEqual([
      { where: 'more steps than are followed', path: ['spec', 'resourcetemplates'] },
    ]);
  });
});
