import { entryOf, list, type Mapping, mapping, scalarText } from '../../../plain-values.ts';
import type { Path } from '../../../yaml/document.ts';
import type { Delivery } from '../../model/root.ts';

/** Where what starts programs is written. */
interface Place {
  readonly file: string;
  readonly document: number;
  readonly at: Path;
}

/** Fields of a helmfile that name a program which renders or applies in place of helm or kustomize. */
const binaries = ['helmBinary', 'kustomizeBinary'];

/** The programs that a release starts around what its chart gives: hooks and a post-renderer. None is run here. */
export function releasePrograms(by: string, place: Place, release: Mapping): readonly Delivery[] {
  const field = (name: string) => [...place.at, name];
  return [
    ...list(release.hooks).flatMap((hook, index) => started(by, place, [...field('hooks'), index], hookText(hook))),
    ...started(by, place, field('postRenderer'), commandText(release.postRenderer, release.postRendererArgs)),
  ];
}

/** Those that a document of a helmfile states for all of its releases. */
export function helmfilePrograms(file: string, document: number, stated: Mapping): readonly Delivery[] {
  const by = `helmfile (${file})`;
  const place = { file, document, at: [] };
  return [
    ...releasePrograms(by, place, { hooks: stated.hooks }),
    ...releasePrograms(by, { ...place, at: ['helmDefaults'] }, mapping(stated.helmDefaults)),
    ...binaries.flatMap((name) => started(by, place, [name], commandText(entryOf(stated, name), []))),
  ];
}

function started(by: string, { file, document }: Place, addressAt: Path, address: string): readonly Delivery[] {
  if (address === '') return [];
  return [
    {
      // Recognised by what it starts: another one in front of it changes nothing.
      ...{ id: `${by} ${address}`, file, document, address, addressAt },
      ...{ version: undefined, versionAt: undefined, what: 'what a program makes' },
      // Its arguments may hold a secret.
      shown: { by, address: address.split(/\s/, 1)[0] ?? '' },
    },
  ];
}

/** What a hook starts: a command, or what helmfile has kubectl apply. */
function hookText(hook: unknown): string {
  const { command, args, kubectlApply } = mapping(hook);
  const applied = Object.values(mapping(kubectlApply)).map(scalarText);
  return applied.length > 0 ? commandText('kubectl apply', applied) : commandText(command, args);
}

function commandText(command: unknown, args: unknown): string {
  return [command ?? '', ...list(args)].map(scalarText).join(' ').trim();
}
