import { describe, expect, test } from '@jest/globals';
import { bindingSinks, sensorSinks } from '../../src/delivery/triggers/argo-commands.ts';
import { commandsOf, type Find, finder } from '../../src/delivery/triggers/commands.ts';
import { templateSinks } from '../../src/delivery/triggers/tekton-commands.ts';
import type { Resource } from '../../src/kube/resource.ts';

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
  const found = templateSinks({ spec: { resourcetemplates: [run] } }, () => [many]);
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
  expect(sensorSinks({ spec: { triggers: [{ template }] } }, () => [])).toMatchObject([
    { where: 'trigger go, template b' },
  ]);
});

describe('templates of other WorkflowTemplates', () => {
  const script = { name: 'say', script: { source: 'echo {{inputs.parameters.p}}' } };
  const quiet = { name: 'quiet', script: { source: 'echo {{workflow.parameters.p}}' } };
  const inner = {
    name: 'inner',
    steps: [[{ template: 'say', arguments: { parameters: [{ name: 'p', value: '{{inputs.parameters.p}}' }] } }]],
  };
  const find: Find = (kind, name) =>
    kind === 'ClusterWorkflowTemplate' && name === 'lib' ? [{ spec: { templates: [script, quiet, inner] } }] : [];
  const call = (template: string, value: string, more: object = {}) => ({
    name: 'c',
    templateRef: { name: 'lib', template, clusterScope: true },
    arguments: { parameters: [{ name: 'p', value }] },
    ...more,
  });
  const sinks = (template: object) => {
    const spec = {
      entrypoint: 'm',
      arguments: { parameters: [{ name: 'p' }] },
      templates: [{ name: 'm', ...template }],
    };
    const parameters = [{ src: { dataKey: 'body' }, dest: 'spec.arguments.parameters.0.value' }];
    const trigger = { template: { name: 'go', argoWorkflow: { source: { resource: { spec } }, parameters } } };
    return sensorSinks({ spec: { triggers: [trigger] } }, find).map(({ where }) => where);
  };
  const said = ['trigger go, WorkflowTemplate lib, template say'];
  test.each<[string, object, readonly string[]]>([
    ['of a step', { steps: [[call('say', '{{workflow.parameters.p}}')]] }, said],
    ['of a task', { dag: { tasks: [call('say', '{{workflow.parameters.p}}')] } }, said],
    ['that call one of their own', { steps: [[call('inner', '{{workflow.parameters.p}}')]] }, said],
    [
      'for each of what an event brings',
      { steps: [[call('say', '{{item}}', { withParam: '{{workflow.parameters.p}}' })]] },
      said,
    ],
    ['in a hook', { steps: [[{ template: 'x', hooks: { exit: call('say', '{{workflow.parameters.p}}') } }]] }, said],
    ['with something else', { steps: [[call('say', 'x')]] }, []],
    ['for each of something else', { steps: [[call('say', '{{item}}', { withParam: '[1]' })]] }, []],
  ])('%s', (_, template, expected) => expect(sinks(template)).toEqual(expected));

  test('that a binding of events has run', () => {
    const spec = {
      entrypoint: 'say',
      templates: [{ ...script, script: { source: 'echo {{workflow.parameters.p}}' } }],
    };
    const parameters = (value: object) => [{ name: 'p', ...value }];
    const submit = (value: object) => ({
      workflowTemplateRef: { name: 'w' },
      arguments: { parameters: parameters(value) },
    });
    const found = (value: object) =>
      bindingSinks({ spec: { submit: submit(value) } }, (kind) => (kind === 'WorkflowTemplate' ? [{ spec }] : []));
    expect(found({ valueFrom: { event: 'payload.message' } })).toEqual([
      { where: 'submit, WorkflowTemplate w, template say', path: ['spec', 'submit', 'arguments'] },
    ]);
    expect(found({ value: 'x' })).toEqual([]);
  });
});

test('what an event fills in directly', () => {
  const templates = [{ name: 'a', container: { command: ['sh', '-c'], args: ['x'] } }];
  const parameters = [{ src: { dataTemplate: '{{ .Input.body.title }}' }, dest: 'spec.templates.0.container.args.0' }];
  const template = { name: 'go', argoWorkflow: { source: { resource: { spec: { templates } } }, parameters } };
  expect(sensorSinks({ spec: { triggers: [{ template }] } }, () => [])).toHaveLength(1);
});

test('a TaskRun', () => {
  const run = { kind: 'TaskRun', spec: { taskSpec: { steps: [step] } } };
  expect(templateSinks({ spec: { resourcetemplates: [run] } }, () => [])).toEqual([
    { where: 'step run', path: ['spec', 'resourcetemplates', 0, 'spec', 'taskSpec', 'steps', 0, 'script'] },
  ]);
});

test('parameters of a matrix', () => {
  const matrix = { params: [{ name: 'x', value: ['$(tt.params.title)'] }] };
  const include = [{ name: 'one', params: [{ name: 'y', value: '$(tt.params.title)' }] }];
  const uses = (name: string) => ({ steps: [{ name: 'run', script: `echo $(params.${name})` }] });
  const tasks = [
    { name: 'a', matrix, taskSpec: uses('x') },
    { name: 'b', matrix: { include }, taskSpec: uses('y') },
    { name: 'c', matrix, taskSpec: uses('y') },
  ];
  const run = { kind: 'PipelineRun', spec: { pipelineSpec: { tasks } } };
  const found = templateSinks({ spec: { resourcetemplates: [run] } }, () => []);
  expect(found.map(({ where }) => where)).toEqual(['task a, step run', 'task b, step run']);
});

test('a Task is looked at though another object has its kind and name', () => {
  const task = (steps: unknown) => ({ kind: 'Task', name: 'build', value: { spec: { steps } } }) as unknown as Resource;
  const find = finder([task([{ name: 'run', script: 'echo $(params.x)' }]), task([])]);
  const run = { params: [{ name: 'x', value: '$(tt.params.title)' }], taskRef: { name: 'build' } };
  const spec = { resourcetemplates: [{ kind: 'TaskRun', spec: run }] };
  expect(templateSinks({ spec }, find).map(({ where }) => where)).toEqual(['Task build, step run']);
});

const filledIn = [{ src: { dataKey: 'body' }, dest: 'spec.arguments.parameters.0.value' }];
const sinksOf = (spec: Record<string, unknown>, find: Find, triggers = 1) => {
  const resource = { spec: { arguments: { parameters: [{ name: 'p' }] }, ...spec } };
  const template = { name: 'go', k8s: { source: { resource }, parameters: filledIn } };
  return sensorSinks({ spec: { triggers: Array.from({ length: triggers }, () => ({ template })) } }, find);
};
const script = { source: 'echo {{workflow.parameters.p}}' };

test('a ClusterWorkflowTemplate', () => {
  const spec = { workflowTemplateRef: { name: 'build', clusterScope: true } };
  const find: Find = (kind) =>
    kind === 'ClusterWorkflowTemplate' ? [{ spec: { templates: [{ name: 'a', script }] } }] : [];
  expect(sinksOf(spec, find)).toMatchObject([{ where: 'trigger go, WorkflowTemplate build, template a' }]);
});

test.each<[string, Record<string, unknown>, number]>([
  ['parameters that are passed on one after another', { entrypoint: 'a', templates: [passingOn(3_000)] }, 1],
  ['one WorkflowTemplate that many triggers name', { workflowTemplateRef: { name: 'many' } }, 200],
])('of a Sensor, %s take a bounded time, and what is beyond is said', (_, spec, triggers) => {
  const templates = Array.from({ length: 500 }, (_each, index) => ({ name: `t${index}` }));
  const find: Find = (kind) =>
    kind === 'WorkflowTemplate' && spec.templates === undefined ? [{ spec: { templates } }] : [];
  expect(sinksOf(spec, find, triggers).map(({ where }) => where)).toContain('trigger go, more steps than are followed');
});

/** Each call of itself passes on what an event brings by one parameter more. */
function passingOn(count: number) {
  const parameters = Array.from({ length: count }, (_, index) => ({
    name: `p${index}`,
    value: index === count - 1 ? '{{workflow.parameters.p}}' : `{{inputs.parameters.p${index + 1}}}`,
  }));
  return { name: 'a', steps: [[{ template: 'a', arguments: { parameters } }]] };
}
