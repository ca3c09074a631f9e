import { addTo, groupBy } from '../../groups.ts';
import type { ObjectIdentity, Position } from '../../kube/resource.ts';
import type { Scope, TouchedFile } from '../../kube/touched-file.ts';
import type { Severity } from '../../severity.ts';
import type { SecretOccurrence } from '../judge/secret-occurrence.ts';
import { lostInFiles, lostInRendered } from '../protection/find-lost.ts';
import { isSecretEntry } from '../protection/lost-in-pair.ts';
import type { LostLeaf } from '../protection/lost-leaf.ts';
import { decodeBase64Text, unwrap } from '../value/decode.ts';
import type { SopsAnalysis } from './broken-sops.ts';
import { pathName, safeIdentity, withoutSecrets } from './describe.ts';
import type { RenderedObjects } from './new-rendered-secrets.ts';
import type { NewSecret, WrittenSecrets } from './new-secrets.ts';

/** Values of one object, or of one file, that one thing protected and that can be read now. */
export interface LostProtection {
  readonly scope: Scope;
  readonly object: ObjectIdentity | undefined;
  readonly severity: Severity;
  /** What protected them, to follow `which`: `SOPS encrypted`. */
  readonly how: string;
  /** Where they newly come from, where they are not literals: `from ConfigMap db`. */
  readonly from: string | undefined;
  /** At least one. */
  readonly places: readonly LostPlace[];
}

/** One of them: its place, and never its value. */
export interface LostPlace {
  readonly position: Position;
  readonly lastLine: number;
  /** `data.password`; '' for a whole file. */
  readonly field: string;
}

/** A lost leaf with its place. */
interface Placed {
  readonly leaf: LostLeaf;
  readonly place: LostPlace;
}

/** What lost its protection, and the values of it, for masking. */
export interface LostProtections {
  readonly lost: readonly LostProtection[];
  readonly values: readonly Pick<SecretOccurrence, 'is' | 'secret' | 'file'>[];
  /** The new secrets with those marked that are reported here (`NewSecret.occurrences`). */
  mark(found: readonly NewSecret[]): readonly NewSecret[];
}

/** Compares what was protected with what can be read. What `sops-broken` reports of a file that still is one of SOPS is left to it. */
export function lostProtections(
  touched: readonly TouchedFile[],
  rendered: readonly RenderedObjects[],
  written: WrittenSecrets,
  sops: SopsAnalysis,
): LostProtections {
  const open = new Set(sops.open.flatMap(({ leaves }) => leaves.map(({ position }) => keyOf(position))));
  const inFiles = lostInFiles(touched)
    .map(placed)
    .filter(({ place }) => !open.has(keyOf(place.position)));
  const all = [...inFiles, ...onlyRendered(rendered, written, inFiles)];
  return {
    lost: grouped(all),
    values: all.flatMap(({ leaf: { text = '' }, place: { position } }) =>
      formsOf(text).map((secret) => ({ is: 'literal' as const, secret, file: position.file })),
    ),
    mark: (found) => marked(found, all),
  };
}

/** A text as it is written, and what its encoding hides. */
const formsOf = (text = ''): readonly string[] =>
  [text, unwrap(text), decodeBase64Text(text) ?? ''].map((form) => form.trim()).filter((form) => form !== '');

const keyOf = ({ file, line }: Pick<Position, 'file' | 'line'>): string => `${file}\0${line}`;

function placed(leaf: LostLeaf): Placed {
  const { file, steps, text = '' } = leaf;
  const position: Position = { file, ...leaf.locate() };
  const field = withoutSecrets(pathName(steps), text.trim() === '' ? '\0' : text).slice(0, 200);
  return { leaf, place: { position, lastLine: position.line + text.split('\n').length, field } };
}

/** What the sources do not show: a value that a template or a patch puts there, and that could be read nowhere before. */
function onlyRendered(
  rendered: readonly RenderedObjects[],
  written: WrittenSecrets,
  inFiles: readonly Placed[],
): readonly Placed[] {
  const shown = new Set([
    ...written.after.map(({ secret }) => secret.trim()),
    ...inFiles.map(({ leaf }) => leaf.text?.trim()),
  ]);
  return rendered.flatMap(({ scope, file, before, after, wasReadable }) =>
    lostInRendered(before, after, file, scope)
      .filter(({ text }) => {
        return formsOf(text).every((form) => !shown.has(form) && !wasReadable(form));
      })
      .map(placed),
  );
}

function grouped(all: readonly Placed[]): readonly LostProtection[] {
  const groups = groupBy(all, ({ leaf: { owner, how, from }, place: { position } }) =>
    JSON.stringify([owner.scope, position.file, owner.identity, how, from]),
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { owner, how, from, text = '' } = first.leaf;
    const { identity } = owner;
    return {
      scope: owner.scope,
      object: identity === undefined || identity.name === '' ? undefined : safeIdentity(identity, text.trim() || '\0'),
      severity: group.some(({ leaf }) => isInSecret(leaf)) ? 'critical' : 'high',
      how,
      from,
      places: group.map(({ place }) => place),
    };
  });
}

const isInSecret = (leaf: LostLeaf): boolean => isSecretEntry(leaf.owner, leaf) || leaf.steps[0] === 'secretGenerator';

function marked(found: readonly NewSecret[], all: readonly Placed[]): readonly NewSecret[] {
  if (all.length === 0) return found;
  const reported = new Reported(all);
  return found.map((group) => ({
    ...group,
    occurrences: group.occurrences.map((each) => (reported.has(each) ? { ...each, isLost: true } : each)),
  }));
}

/** Values that are reported, found by the lines that they are on. */
class Reported {
  readonly #byLine = new Map<string, (readonly string[])[]>();
  readonly #files: ReadonlySet<string>;

  constructor(all: readonly Placed[]) {
    this.#files = new Set(all.map(({ place }) => place.position.file));
    for (const { leaf, place } of all) {
      const { file, line } = place.position;
      const forms = formsOf(leaf.text);
      for (let at = line; at <= place.lastLine; at++) addTo(this.#byLine, keyOf({ file, line: at }), forms);
    }
  }

  has(occurrence: SecretOccurrence): boolean {
    if (!this.#files.has(occurrence.file)) return false;
    const position = { file: occurrence.file, ...occurrence.locate() };
    const near = this.#byLine.get(keyOf(position)) ?? [];
    return near.some((forms) => forms.some((form) => form.includes(occurrence.secret)));
  }
}
