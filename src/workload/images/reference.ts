import { entryOf } from '../../plain-values.ts';
/** An image as a manifest names it, with what is left out filled in as container runtimes do. */
export interface ImageReference {
  /** As it is written. */
  readonly text: string;
  /** Host of the registry: `docker.io` where none is named. */
  readonly registry: string;
  /** Path below the registry: `library/nginx`. */
  readonly repository: string;
  /** Undefined where none is named. */
  readonly tag: string | undefined;
  /** `sha256:…` */
  readonly digest: string | undefined;
}

const path = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
const reference = new RegExp(
  `^(?:([A-Za-z0-9.-]+(?::[0-9]{1,5})?)/)?(${path}(?:/${path})*)(?::([A-Za-z0-9_][\\w.-]{0,127}))?(?:@([a-z0-9]+:[0-9a-fA-F]{32,}))?$`,
);

/** The two hosts of one registry. */
const sameRegistry: Readonly<Record<string, string>> = {
  'index.docker.io': 'docker.io',
  'registry-1.docker.io': 'docker.io',
  'registry.hub.docker.com': 'docker.io',
  'k8s.gcr.io': 'registry.k8s.io',
};

/**
 * The parts of an image's name (github.com/distribution/reference, ParseNormalizedNamed); undefined where it is none, or where a
 * template or a variable makes it.
 */
export function parseReference(text: string): ImageReference | undefined {
  const [, first, rest, tag, digest] = (text.length < 1024 && reference.exec(text)) || [];
  if (rest === undefined) return undefined;
  // What comes before the first slash is a host where it looks like one.
  const isHost = first !== undefined && (/[.:]/.test(first) || first === 'localhost' || first !== first.toLowerCase());
  const host = isHost ? first : 'docker.io';
  // Names of hosts ignore case.
  const registry = entryOf(sameRegistry, host.toLowerCase()) ?? host.toLowerCase();
  const named = isHost || first === undefined ? rest : `${first}/${rest}`;
  const repository = registry === 'docker.io' && !named.includes('/') ? `library/${named}` : named;
  return { text, registry, repository, tag, digest };
}

/** Whether the text names an image by its digest, whatever a template fills in around it. */
export function hasDigest(text: string): boolean {
  return /@(?:sha256|sha512):/.test(text);
}

/** Who publishes an image: the registry with the first part of the path, the registry alone where that names the image itself. */
export function publisherOf({ registry, repository }: ImageReference): string {
  const [owner = '', image] = repository.split('/');
  return image === undefined ? registry : `${registry}/${owner}`;
}
