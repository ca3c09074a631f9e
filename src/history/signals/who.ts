import type { Sensitive } from '../model/place.ts';
import type { Asked, Signal } from './signal.ts';
import { few } from './signal.ts';

const names: Readonly<Record<Sensitive, string>> = { rbac: 'RBAC', secret: 'secret', delivery: 'delivery' };

function firstOn(sensitive: Sensitive, assumed: number): Signal {
  return {
    id: `first-${sensitive}`,
    assumed,
    fires: ({ extent, author }) => extent.sensitive.has(sensitive) && author?.sensitive.has(sensitive) !== true,
    say: () => `its author never changed ${names[sensitive]} files before`,
  };
}

/** The key of a change, unless it is the forge's. */
function ownKey({ change: { signing }, history }: Asked): string | undefined {
  return typeof signing === 'object' && !history.isForge.key(signing.key) ? signing.key : undefined;
}

/** Whether the key is one of those that `isUnusual` says; undefined where the author is not known to sign. */
function keyFires(asked: Asked, isUnusual: (key: string) => boolean): boolean | undefined {
  const key = ownKey(asked);
  if (key === undefined || (asked.author?.signing.signed ?? 0) < few) return undefined;
  return isUnusual(key);
}

/** Who it says it is by, who signed and who committed. */
export const whoSignals: readonly Signal[] = [
  {
    id: 'new-author',
    assumed: 20,
    fires: ({ author }) => author === undefined,
    say: () => 'nobody of its author’s name or email changed anything before',
  },
  {
    id: 'new-address',
    assumed: 10,
    fires: ({ change, author, history }) => author !== undefined && !history.knowsEmail(change.email),
    say: () => 'its author’s name is known, with other email addresses',
  },
  firstOn('rbac', 40),
  firstOn('secret', 25),
  firstOn('delivery', 30),
  {
    id: 'new-key',
    assumed: 40,
    fires: (asked) => keyFires(asked, (key) => !asked.history.keys.has(key)),
    say: () => 'it is signed with a key that signed nothing here before',
  },
  {
    id: 'other-key',
    assumed: 10,
    fires: (asked) =>
      keyFires(asked, (key) => asked.history.keys.has(key) && asked.author?.signing.keys.has(key) !== true),
    say: () => 'it is signed with a key that others sign with, and its author never did',
  },
  {
    id: 'not-signed',
    assumed: 40,
    isOutOfQuestion: ({ signing }) => signing !== 'unsigned',
    fires({ change: { signing }, author }) {
      if (author === undefined || signing === undefined) return undefined;
      const { signed, unsigned } = author.signing;
      if (signed < few) return undefined;
      return unsigned > 0.05 * signed ? undefined : signing === 'unsigned';
    },
    say({ author }) {
      const { signed = 0, unsigned = 0 } = author?.signing ?? {};
      return `it is not signed, and ${signed} of the ${signed + unsigned} commits that its author made are`;
    },
  },
  {
    id: 'committer',
    assumed: 20,
    fires({ change: { committer }, author, history }) {
      if (author === undefined || author.own.changes < few || history.isForge.committer(committer)) return undefined;
      return !author.committers.has(committer);
    },
    say: () => 'its committer never committed anything of its author before',
  },
];
