/** Which URLs are this repository's. */
export class OwnRepository {
  readonly #known: ReadonlySet<string>;

  /** Whether the forge, the remote or the policy says so: else they are only inferred, and there may be others. */
  readonly isStated: boolean;

  /** `urls`: the forge's URL or `origin`'s, and those of the policy's `render.repositories`. */
  constructor(urls: readonly string[], isInferred = false) {
    this.#known = new Set(urls.map(normalizedUrl));
    this.isStated = !isInferred && urls.length > 0;
  }

  /** Whether any URL is known at all. */
  get isKnown(): boolean {
    return this.#known.size > 0;
  }

  is(url: string): boolean {
    return this.#known.has(normalizedUrl(url));
  }
}

/** Equal for the ssh, https and `.git` forms of one address: `host/owner/name`. */
export function normalizedUrl(url: string): string {
  const scp = /^(?:[\w.-]+@)?([\w.-]+):(?!\/\/)(.*)$/.exec(url);
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\/(?:[^@/]*@)?([^/:]+)(?::\d+)?\/(.*)$/i.exec(url);
  const [, host = '', path = ''] = withScheme ?? scp ?? [];
  // The forge's own ssh server may have another name than its pages.
  const plainHost = host.toLowerCase().replace(/^(?:ssh|altssh|www)\./, '');
  const plainPath = path
    .replace(/^\/+/, '')
    .replace(/\/+$/, '')
    .replace(/\.git$/, '')
    .toLowerCase();
  return plainHost === '' ? url : `${plainHost}/${plainPath}`;
}
