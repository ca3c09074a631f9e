import { describe, expect, test } from '@jest/globals';
import { bindingSinks, sensorSinks } from '../../src/delivery/triggers/argo-commands.ts';
import type { Find } from '../../src/delivery/triggers/commands.ts';

type Fields = Readonly<Record<string, unknown>>;
type Path = readonly (string | number)[];
const nothing: Find = () => [];

describe('a Sensor of Argo Events', () => {
  const resourcePath = (index: number, field: string, ...path: Path) => [
    'spec',
    'triggers',
    index,
    'template',
    field,
    'source',
    'resource',
    ...path,
  ];
  const filled = (dest: string, by = 'dataKey') => ({ src: { [by]: 'x' }, dest });
  const parameter = 'spec.arguments.parameters.0.value';
  const trigger = (
    resource: unknown,
    parameters: readonly unknown[] = [filled(parameter)],
    field = 'k8s',
    name: string | undefined = 'go',
  ) => ({
    template: { ...(name === undefined ? {} : { name }), [field]: { source: { resource }, parameters } },
  });
  const sensor = (...triggers: readonly unknown[]) => ({ spec: { triggers } });
  const workflow = (...templates: readonly unknown[]) => ({
    kind: 'Workflow',
    spec: { entrypoint: 'a', arguments: { parameters: [{ name: 'p' }, { name: 'q' }] }, templates },
  });
  const says = (text: string, more: Fields = {}) => ({ name: 'a', script: { source: `echo ${text}` }, ...more });
  const source = (index: number) => resourcePath(0, 'k8s', 'spec', 'templates', index, 'script', 'source');
  const said = [{ where: 'trigger go, template a', path: source(0) }];

  test.each<[string, readonly unknown[], readonly object[]]>([
    ['by a parameter of the workflow', [trigger(workflow(says('{{workflow.parameters.p}}')))], said],
    ['by a parameter in quotes', [trigger(workflow(says("{{workflow.parameters['p']}}")))], said],
    ['by all parameters', [trigger(workflow(says('{{workflow.parameters}}')))], said],
    ['by the second of two', [trigger(workflow(says('{{workflow.parameters.q}} {{workflow.parameters.p}}')))], said],
    ['not by another parameter', [trigger(workflow(says('{{workflow.parameters.q}}')))], []],
    ['not by what is in no braces', [trigger(workflow(says('workflow.parameters.p')))], []],
    [
      'by an input of the template that begins, which is a parameter of the workflow',
      [trigger(workflow(says('{{inputs.parameters.p}}')))],
      said,
    ],
    [
      'not by an input of another template',
      [trigger(workflow({ name: 'a' }, says('{{inputs.parameters.p}}', { name: 'b' })))],
      [],
    ],
    [
      'by the second parameter',
      [trigger(workflow(says('{{workflow.parameters.q}}')), [filled('spec.arguments.parameters.1.value')])],
      said,
    ],
    [
      'by a parameter as a whole',
      [trigger(workflow(says('{{workflow.parameters.p}}')), [filled('spec.arguments.parameters.0')])],
      said,
    ],
    [
      'not by another place',
      [
        trigger(workflow(says('{{workflow.parameters.p}}')), [
          filled('x.spec.arguments.parameters.0.value'),
          filled('spec.arguments.parameters.0x'),
        ]),
      ],
      [],
    ],
    [
      'not by what is no part of an event',
      [trigger(workflow(says('{{workflow.parameters.p}}')), [{ src: { value: 'x' }, dest: parameter }])],
      [],
    ],
    ...['dataKey', 'dataTemplate', 'contextKey', 'contextTemplate', 'useRawData'].map(
      (by): [string, readonly unknown[], readonly object[]] => [
        `by its ${by}`,
        [trigger(workflow(says('{{workflow.parameters.p}}')), [filled(parameter, by)])],
        said,
      ],
    ),
    [
      'directly',
      [trigger(workflow({}, says('x')), [filled('spec.templates.1.script.source')])],
      [{ where: 'trigger go, template a', path: source(1) }],
    ],
    [
      'in a trigger of another kind',
      [{}, trigger(workflow(says('{{workflow.parameters.p}}')), [filled(parameter)], 'argoWorkflow')],
      [
        {
          where: 'trigger go, template a',
          path: resourcePath(1, 'argoWorkflow', 'spec', 'templates', 0, 'script', 'source'),
        },
      ],
    ],
    [
      'in a trigger without a name',
      [trigger(workflow(says('{{workflow.parameters.p}}')), [filled(parameter)], 'k8s', '')],
      [{ where: 'trigger 0, template a', path: source(0) }],
    ],
    ['not in a resource that is no mapping', [trigger('x')], []],
    [
      'in a Job',
      [
        trigger({ kind: 'Job', spec: { containers: [{ name: 'c', command: ['x'] }] } }, [
          filled('spec.containers.0.command.0'),
        ]),
      ],
      [{ where: 'trigger go, container c', path: resourcePath(0, 'k8s', 'spec', 'containers', 0) }],
    ],
  ])('%s', (_, triggers, expected) => expect(sensorSinks(sensor(...triggers), nothing)).toEqual(expected));

  const shell = { command: ['sh', '-c', '{{workflow.parameters.p}}'] };
  test.each<[string, Fields, Path]>([
    ['container', { container: shell }, ['container', 'command', 2]],
    ['script', { script: shell }, ['script', 'command', 2]],
    ['containers that begin it', { initContainers: [{}, shell] }, ['initContainers', 1, 'command', 2]],
    ['sidecars', { sidecars: [shell] }, ['sidecars', 0, 'command', 2]],
    [
      'a set of containers',
      { containerSet: { containers: [{}, shell] } },
      ['containerSet', 'containers', 1, 'command', 2],
    ],
  ])('in a template’s %s', (_, template, path) => {
    expect(sensorSinks(sensor(trigger(workflow({ name: 'a', ...template }))), nothing)).toEqual([
      { where: 'trigger go, template a', path: resourcePath(0, 'k8s', 'spec', 'templates', 0, ...path) },
    ]);
  });

  const call = (template: string, value: string, more: Fields = {}) => ({
    template,
    arguments: { parameters: [{ name: 'x', value }] },
    ...more,
  });
  const inner = says('{{inputs.parameters.x}}', { name: 'b' });
  const where = (template: Fields, ...others: readonly unknown[]) =>
    sensorSinks(sensor(trigger(workflow({ name: 'a', ...template }, ...others, inner))), nothing).map(
      (each) => each.where,
    );
  const passed = '{{workflow.parameters.p}}';
  test.each<[string, Fields, readonly unknown[], boolean]>([
    ['by a step', { steps: [[], [call('b', passed)]] }, [], true],
    ['by a task', { dag: { tasks: [call('b', passed)] } }, [], true],
    ['by a hook', { steps: [[{ template: 'c', hooks: { exit: call('b', passed) } }]] }, [], true],
    ['by an input of the first template', { steps: [[call('b', '{{inputs.parameters.p}}')]] }, [], true],
    [
      'through another template',
      { steps: [[call('c', passed)]] },
      [{ name: 'c', steps: [[call('b', '{{inputs.parameters.x}}')]] }],
      true,
    ],
    ['for each item', { steps: [[call('b', '{{item}}', { withParam: passed })]] }, [], true],
    ['for each item’s field', { steps: [[call('b', '{{=item.a}}', { withParam: passed })]] }, [], true],
    ['for each item of something else', { steps: [[call('b', '{{item}}', { withParam: '[]' })]] }, [], false],
    ['for no item', { steps: [[call('b', 'item', { withParam: passed })]] }, [], false],
    ['which is called with something else', { steps: [[call('b', 'x')]] }, [], false],
    ['which another one is called in the place of', { steps: [[call('d', passed)]] }, [], false],
  ])('in a template that is called %s', (_, template, others, expected) => {
    expect(where(template, ...others)).toEqual(expected ? ['trigger go, template b'] : []);
  });

  test('up to 20,000 templates are looked at, and what is beyond is said', () => {
    const many = (count: number) =>
      sensorSinks(sensor(trigger(workflow(...Array.from({ length: count }, () => ({}))))), nothing);
    expect(many(19_999)).toEqual([]);
    expect(many(20_000)).toEqual([{ where: 'trigger go, more steps than are followed', path: resourcePath(0, 'k8s') }]);
  });
});

describe('a WorkflowEventBinding', () => {
  const binding = (parameters: readonly unknown[], name = 'w') => ({
    spec: { submit: { workflowTemplateRef: { name }, arguments: { parameters } } },
  });
  const spec = { entrypoint: 'a', templates: [{ name: 'a', script: { source: '{{inputs.parameters.p}}' } }] };
  const find: Find = (_, name) => (name === 'w' ? [{ spec }] : []);
  const path = ['spec', 'submit', 'arguments'];
  const said = { where: 'submit, WorkflowTemplate w, template a', path };
  test.each<[string, object, readonly object[]]>([
    [
      'a parameter of the event',
      binding([
        { name: 'q', value: 'x' },
        { name: 'p', valueFrom: { event: 'x' } },
      ]),
      [said, said],
    ],
    ['another parameter of the event', binding([{ name: 'q', valueFrom: { event: 'x' } }]), []],
    ['a parameter that is stated', binding([{ name: 'p', valueFrom: { default: 'x' } }]), []],
    ['another template', binding([{ name: 'p', valueFrom: { event: 'x' } }], 'v'), []],
    ['no template', binding([{ name: 'p', valueFrom: { event: 'x' } }], ''), []],
  ])('%s', (_, value, expected) => expect(bindingSinks(value as Fields, find)).toEqual(expected));
});
