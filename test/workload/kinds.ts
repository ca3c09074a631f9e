/** An object of each kind that makes pods: where the account is named, `ACCOUNT` is the place of its name, in `shop`. */
const metadata = 'metadata: {name: web, namespace: shop}';
const podSpec = '{serviceAccountName: ACCOUNT, containers: [{name: app, image: acme.test/app}]}';
const object = (apiVersion: string, kind: string, spec: string) =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\n${metadata}\nspec: ${spec}\n`;
const template = `{template: {spec: ${podSpec}}}`;

export const workloadKinds: Readonly<Record<string, string>> = {
  Pod: object('v1', 'Pod', podSpec),
  Deployment: object('apps/v1', 'Deployment', template),
  'Deployment of extensions': object('extensions/v1beta1', 'Deployment', template),
  StatefulSet: object('apps/v1', 'StatefulSet', template),
  DaemonSet: object('apps/v1', 'DaemonSet', template),
  ReplicaSet: object('apps/v1', 'ReplicaSet', template),
  ReplicationController: object('v1', 'ReplicationController', template),
  Job: object('batch/v1', 'Job', template),
  CronJob: object('batch/v1', 'CronJob', `{jobTemplate: {spec: ${template}}}`),
  PodTemplate: `apiVersion: v1\nkind: PodTemplate\n${metadata}\ntemplate: {spec: ${podSpec}}\n`,
  'List item': `apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: Pod, ${metadata}, spec: ${podSpec}}\n`,
  'typed list item': `apiVersion: apps/v1\nkind: DeploymentList\nitems:\n- {${metadata}, spec: ${template}}\n`,
  'deprecated field': object('v1', 'Pod', podSpec.replace('serviceAccountName', 'serviceAccount')),
  DeploymentConfig: object('apps.openshift.io/v1', 'DeploymentConfig', template),
  'OpenShift Template': `apiVersion: template.openshift.io/v1\nkind: Template\nmetadata: {name: t}\nparameters: [{name: SA, value: ACCOUNT}]\nobjects:\n- {apiVersion: v1, kind: Pod, ${metadata}, spec: {serviceAccountName: "\${SA}", containers: [{name: app}]}}\n`,
  Rollout: object('argoproj.io/v1alpha1', 'Rollout', template),
  Workflow: object(
    'argoproj.io/v1alpha1',
    'Workflow',
    '{serviceAccountName: ACCOUNT, templates: [{name: a, container: {image: b}}]}',
  ),
  'template of a Workflow': object(
    'argoproj.io/v1alpha1',
    'Workflow',
    '{templates: [{name: a, serviceAccountName: ACCOUNT, script: {image: b}}]}',
  ),
  'inline template of a Workflow': object(
    'argoproj.io/v1alpha1',
    'Workflow',
    '{templates: [{name: a, steps: [[{name: b, inline: {serviceAccountName: ACCOUNT, script: {image: b}}}]]}]}',
  ),
  'executor of a Workflow': object(
    'argoproj.io/v1alpha1',
    'Workflow',
    '{serviceAccountName: plain, executor: {serviceAccountName: ACCOUNT}, templates: [{name: a, container: {image: b}}]}',
  ),
  WorkflowTemplate: object(
    'argoproj.io/v1alpha1',
    'WorkflowTemplate',
    '{serviceAccountName: ACCOUNT, templates: [{name: a, containerSet: {containers: [{name: b}]}}]}',
  ),
  ClusterWorkflowTemplate: object(
    'argoproj.io/v1alpha1',
    'ClusterWorkflowTemplate',
    '{templates: [{name: a, serviceAccountName: ACCOUNT, resource: {action: get}}]}',
  ),
  CronWorkflow: object(
    'argoproj.io/v1alpha1',
    'CronWorkflow',
    '{workflowSpec: {serviceAccountName: ACCOUNT, workflowTemplateRef: {name: a}}}',
  ),
  Sensor: object('argoproj.io/v1alpha1', 'Sensor', '{template: {serviceAccountName: ACCOUNT}, dependencies: []}'),
  'Pod of a Sensor': object(
    'argoproj.io/v1alpha1',
    'Sensor',
    `{triggers: [{template: {k8s: {source: {resource: {apiVersion: v1, kind: Pod, ${metadata}, spec: ${podSpec}}}}}}]}`,
  ),
  'Knative Service': object('serving.knative.dev/v1', 'Service', template),
  'Knative Configuration': object('serving.knative.dev/v1', 'Configuration', template),
  'Knative Revision': object('serving.knative.dev/v1', 'Revision', podSpec),
  ScaledJob: object('keda.sh/v1alpha1', 'ScaledJob', `{jobTargetRef: ${template}}`),
  TaskRun: object('tekton.dev/v1', 'TaskRun', '{serviceAccountName: ACCOUNT, taskRef: {name: build}}'),
  'TaskRun with steps': object(
    'tekton.dev/v1',
    'TaskRun',
    '{serviceAccountName: ACCOUNT, taskSpec: {steps: [{name: a, image: b}]}}',
  ),
  PipelineRun: object('tekton.dev/v1', 'PipelineRun', '{taskRunTemplate: {serviceAccountName: ACCOUNT}}'),
  'old PipelineRun': object('tekton.dev/v1beta1', 'PipelineRun', '{serviceAccountName: ACCOUNT}'),
  'task of a PipelineRun': object(
    'tekton.dev/v1',
    'PipelineRun',
    '{taskRunSpecs: [{pipelineTaskName: a, serviceAccountName: ACCOUNT}]}',
  ),
  TriggerTemplate: object(
    'triggers.tekton.dev/v1beta1',
    'TriggerTemplate',
    `{resourcetemplates: [{apiVersion: tekton.dev/v1, kind: TaskRun, ${metadata}, spec: {serviceAccountName: ACCOUNT}}]}`,
  ),
  'pod of an EventListener': object(
    'triggers.tekton.dev/v1beta1',
    'EventListener',
    '{serviceAccountName: plain, resources: {kubernetesResource: {spec: {template: {spec: {serviceAccountName: ACCOUNT}}}}}}',
  ),
  EventListener: object('triggers.tekton.dev/v1beta1', 'EventListener', '{serviceAccountName: ACCOUNT}'),
  'driver of a SparkApplication': object(
    'sparkoperator.k8s.io/v1beta2',
    'SparkApplication',
    '{driver: {serviceAccount: ACCOUNT}}',
  ),
  'executor of a ScheduledSparkApplication': object(
    'sparkoperator.k8s.io/v1beta2',
    'ScheduledSparkApplication',
    '{template: {executor: {serviceAccount: ACCOUNT}}}',
  ),
  'template of a SparkApplication': object(
    'sparkoperator.k8s.io/v1beta2',
    'SparkApplication',
    `{driver: {template: {spec: ${podSpec}}}}`,
  ),
  VirtualMachine: object(
    'kubevirt.io/v1',
    'VirtualMachine',
    '{template: {spec: {volumes: [{name: a, serviceAccount: {serviceAccountName: ACCOUNT}}]}}}',
  ),
  VirtualMachineInstance: object(
    'kubevirt.io/v1',
    'VirtualMachineInstance',
    '{volumes: [{name: a}, {name: b, serviceAccount: {serviceAccountName: ACCOUNT}}]}',
  ),
  Prometheus: object('monitoring.coreos.com/v1', 'Prometheus', '{serviceAccountName: ACCOUNT}'),
  Notebook: object('kubeflow.org/v1', 'Notebook', template),
  PyTorchJob: object('kubeflow.org/v1', 'PyTorchJob', `{pytorchReplicaSpecs: {Master: ${template}}}`),
  RayCluster: object('ray.io/v1', 'RayCluster', `{workerGroupSpecs: [{groupName: a, template: {spec: ${podSpec}}}]}`),
  JobSet: object('jobset.x-k8s.io/v1alpha2', 'JobSet', `{replicatedJobs: [{name: a, template: {spec: ${template}}}]}`),
  ClusterServiceVersion: object(
    'operators.coreos.com/v1alpha1',
    'ClusterServiceVersion',
    `{install: {spec: {deployments: [{name: a, spec: ${template}}]}}}`,
  ),
  ManifestWork: object(
    'work.open-cluster-management.io/v1',
    'ManifestWork',
    `{workload: {manifests: [{apiVersion: v1, kind: Pod, ${metadata}, spec: ${podSpec}}]}}`,
  ),
  'any spec.template.spec': object('acme.test/v1', 'Shop', template),
  'any podTemplate': object('acme.test/v1', 'Shop', `{nodes: [{name: a, podTemplate: {spec: ${podSpec}}}]}`),
  'any podTemplate without containers': object(
    'acme.test/v1',
    'Shop',
    '{nodes: [{name: a, podTemplate: {spec: {serviceAccountName: ACCOUNT}}}]}',
  ),
  'any spec with containers': object('acme.test/v1', 'Shop', podSpec),
  'any account': object('acme.test/v1', 'Shop', '{serviceAccountName: ACCOUNT}'),
  'API version of a template': object('{{ include "api" . }}', 'Deployment', template).replace(
    '{{ include "api" . }}',
    `'{{ include "api" . }}'`,
  ),
  'predictor of an InferenceService': object(
    'serving.kserve.io/v1beta1',
    'InferenceService',
    '{predictor: {serviceAccountName: ACCOUNT, model: {modelFormat: {name: a}, image: acme.test/app}}}',
  ),
  'worker of an InferenceService': object(
    'serving.kserve.io/v1beta1',
    'InferenceService',
    '{predictor: {serviceAccountName: plain, model: {image: acme.test/app}, workerSpec: {serviceAccountName: ACCOUNT, containers: [{name: b, image: acme.test/app}]}}}',
  ),
};
