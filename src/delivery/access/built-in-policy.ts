import { readPattern } from '../model/pattern.ts';
import type { PolicyLine } from './policy-line.ts';

const ofProjects = ['applications', 'applicationsets', 'logs', 'exec'];

/** What Argo CD's own roles allow whatever its policy says, so that only a line that denies takes it away (argo-cd, assets/builtin-policy.csv). */
const allowed: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'role:readonly': {
    applications: 'get',
    applicationsets: 'get',
    certificates: 'get',
    clusters: 'get',
    repositories: 'get',
    'write-repositories': 'get',
    projects: 'get',
    accounts: 'get',
    gpgkeys: 'get',
    logs: 'get',
  },
  'role:admin': {
    applications: 'create update update/* delete delete/* sync rollback override action/*',
    applicationsets: 'get create update delete',
    certificates: 'create update delete',
    clusters: 'create update delete',
    repositories: 'create update delete',
    'write-repositories': 'create update delete',
    projects: 'create update delete',
    accounts: 'update',
    gpgkeys: 'create delete',
    exec: 'create',
  },
};

export const builtInLines: readonly PolicyLine[] = Object.entries(allowed).flatMap(([subject, resources]) =>
  Object.entries(resources).flatMap(([resource, actions]) =>
    actions.split(' ').map((action) => ({
      subject,
      resource,
      action: readPattern(action),
      object: readPattern(ofProjects.includes(resource) ? '*/*' : '*'),
      isDeny: false,
      path: [],
      isBuiltIn: true,
    })),
  ),
);

export const builtInGroups: readonly (readonly [member: string, group: string])[] = [
  ['role:admin', 'role:readonly'],
  ['admin', 'role:admin'],
];
