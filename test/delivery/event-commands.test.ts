import { expect, test } from '@jest/globals';
import { sensorSinks } from '../../src/delivery/triggers/argo-commands.ts';
import { commandsOf } from '../../src/delivery/triggers/commands.ts';
import { templateSinks } from '../../src/delivery/triggers/tekton-commands.ts';

const step = { name: 'run', script: 'echo $(tt.params.title)' };

test.each<[string, Record<string, unknown>, readonly string[]]>([
  ['a script', { script: 'a' }, ['a']],
  ['a source', { source: 'a', command: ['python'] }, ['a']],
  ['what a shell is given', { command: ['/bin/bash', '-ec'], args: ['a', 'b'] }, ['a', 'b']],
  ['what follows other options', { command: ['sh', '-x', '-c', 'a'] }, ['a']],
  ['another interpreter', { command: ['python3.12'], args: ['-c', 'a'] }, ['a']],
  ['arguments of a program', { command: ['curl'], args: ['-c', 'a'] }, []],
  ['a file that a shell runs', { command: ['sh', 'a.sh'], args: ['b'] }, []],
])('the commands of a container: %s', (_, container, expected) => {
  expect(commandsOf(container, []).map(({ text }) => text)).toEqual(expected);
});

test('a pipeline that names one Task very often takes a bounded time, and what is beyond is said', () => {
  const tasks = Array.from({ length: 5_000 }, (_, index) => ({ name: `t${index}`, taskRef: { name: 'many' } }));
  const many = { spec: { steps: Array.from({ length: 5_000 }, () => ({ name: 'quiet', script: 'true' })) } };
  const run = { kind: 'PipelineRun', spec: { pipelineSpec: { tasks } } };
  const found = templateSinks({ spec: { resourcetemplates: [run] } }, () => many);
  expect(found.map(({ where }) => where)).toEqual(['more steps than are followed']);
});

test('templates that call each other in a circle end', () => {
  const call = (name: string) => [
    [{ template: name, arguments: { parameters: [{ name: 'p', value: '{{inputs.parameters.p}}' }] } }],
  ];
  const templates = [
    { name: 'a', steps: call('b') },
    { name: 'b', steps: call('a'), script: { source: 'echo {{inputs.parameters["p"]}}' } },
  ];
  const spec = { entrypoint: 'a', arguments: { parameters: [{ name: 'p' }] }, templates };
  const parameters = [{ src: { dataKey: 'body' }, dest: 'spec.arguments.parameters.0.value' }];
  const template = { name: 'go', k8s: { source: { resource: { spec } }, parameters } };
  expect(sensorSinks({ spec: { triggers: [{ template }] } }, () => undefined)).toMatchObject([
    { where: 'trigger go, template b' },
  ]);
});

test('what an event fills in directly', () => {
  const templates = [{ name: 'a', container: { command: ['sh', '-c'], args: ['x'] } }];
  const parameters = [{ src: { dataTemplate: '{{ .Input.body.title }}' }, dest: 'spec.templates.0.container.args.0' }];
  const template = { name: 'go', argoWorkflow: { source: { resource: { spec: { templates } } }, parameters } };
  expect(sensorSinks({ spec: { triggers: [{ template }] } }, () => undefined)).toHaveLength(1);
});

test('a TaskRun', () => {
  const run = { kind: 'TaskRun', spec: { taskSpec: { steps: [step] } } };
  expect(templateSinks({ spec: { resourcetemplates: [run] } }, () => undefined)).toEqual([
    { where: 'step run', path: ['spec', 'resourcetemplates', 0, 'spec', 'taskSpec', 'steps', 0, 'script'] },
  ]);
});
