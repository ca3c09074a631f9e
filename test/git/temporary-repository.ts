import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { looseObject, type ObjectFormat, stageWorkTree, writeObject } from './work-tree.ts';

export interface RepositoryOptions {
  readonly bare?: boolean;
  readonly objectFormat?: ObjectFormat;
  /** Where it is made; by default a fresh directory of the system's temporary one. */
  readonly directory?: string;
}

export interface CommitOptions {
  /** Signs with the repository's `user.signingKey`, or with this key. */
  readonly sign?: boolean | string;
  readonly author?: string;
  /** Seconds since the epoch; by default one minute after the commit before. */
  readonly time?: number;
  readonly allowEmpty?: boolean;
}

/** The environment test repositories are made in: nothing of the machine's or the user's configuration. */
export function plainEnvironment(extra: Readonly<Record<string, string>> = {}): Record<string, string> {
  const inherited = Object.entries(process.env).filter(
    (variable): variable is [string, string] => variable[1] !== undefined && !variable[0].startsWith('GIT_'),
  );
  return {
    ...Object.fromEntries(inherited),
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_AUTHOR_NAME: 'Ada',
    GIT_AUTHOR_EMAIL: 'ada@example.com',
    GIT_COMMITTER_NAME: 'Ada',
    GIT_COMMITTER_EMAIL: 'ada@example.com',
    ...extra,
  };
}

/** A directory that `removeTemporary` removes. */
export function temporaryDirectory(): string {
  const directory = mkdtempSync(join(realpathSync(tmpdir()), 'gitops-gate-test-'));
  made.push(directory);
  return directory;
}

const made: string[] = [];
const kept: string[] = [];
process.on('exit', () => remove(kept));

/** Removes everything the helpers of this file made: call it in `afterAll`. */
export function removeTemporary(): void {
  remove(made);
}

/** What many tests begin with: made once under a key for all test files of a process, and removed as it ends. */
export class Shared<T> {
  readonly #known = new Map<string, T>();

  get(key: string, make: () => T): T {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const first = made.length;
    const value = make();
    kept.push(...made.splice(first));
    this.#known.set(key, value);
    return value;
  }
}

function remove(directories: string[]): void {
  for (const directory of directories.splice(0)) rmSync(directory, { recursive: true, force: true });
}

/** A real git repository for tests. Ids are the same in every run: dates, names and configuration are fixed. */
export class TemporaryRepository {
  readonly directory: string;
  #environment: Record<string, string>;
  #time = 1_700_000_000;
  /** The configuration as it was written, where git may do nothing that the helpers here do not; undefined in clones and special environments. */
  #plainConfig: string | undefined;
  #format: ObjectFormat = 'sha1';

  private constructor(directory: string, environment: Readonly<Record<string, string>>) {
    this.directory = directory;
    // Git looks after each commit whether there is something to tidy up, in a process of its own.
    this.#environment = {
      ...plainEnvironment({ GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'maintenance.auto', GIT_CONFIG_VALUE_0: 'false' }),
      ...environment,
    };
  }

  /** An empty repository; `environment` holds for every git command of it. */
  static create(
    options: RepositoryOptions = {},
    environment: Readonly<Record<string, string>> = {},
  ): TemporaryRepository {
    const repository = new TemporaryRepository(options.directory ?? temporaryDirectory(), environment);
    const git = options.bare ? repository.directory : join(repository.directory, '.git');
    // What `git init` writes, without its process.
    for (const folder of ['objects', 'refs/heads']) mkdirSync(join(git, folder), { recursive: true });
    writeFileSync(join(git, 'HEAD'), 'ref: refs/heads/main\n');
    const isSha256 = options.objectFormat === 'sha256';
    const core = [
      `repositoryformatversion = ${isSha256 ? 1 : 0}`,
      `bare = ${options.bare === true}`,
      'filemode = true',
    ];
    const extensions = isSha256 ? '[extensions]\n\tobjectformat = sha256\n' : '';
    const config = `[core]\n${core.map((line) => `\t${line}\n`).join('')}${extensions}`;
    writeFileSync(join(git, 'config'), config);
    if (!options.bare && Object.keys(environment).length === 0) repository.#plainConfig = config;
    repository.#format = options.objectFormat ?? 'sha1';
    return repository;
  }

  /** A clone made by `git clone` with these options. */
  static clone(url: string, ...options: string[]): TemporaryRepository {
    const repository = new TemporaryRepository(join(temporaryDirectory(), 'clone'), {});
    run(
      ['clone', '--quiet', '--template=', ...options, url, repository.directory],
      dirname(repository.directory),
      plainEnvironment(),
    );
    return repository;
  }

  /** A repository of its own with the same content: to make one once where several tests begin alike. */
  copy(): TemporaryRepository {
    const copy = new TemporaryRepository(temporaryDirectory(), {});
    copy.#environment = { ...this.#environment };
    copy.#time = this.#time;
    copy.#plainConfig = this.#plainConfig;
    copy.#format = this.#format;
    cpSync(this.directory, copy.directory, { recursive: true, verbatimSymlinks: true });
    return copy;
  }

  get url(): string {
    return `file://${this.directory}`;
  }

  /** Runs git here and gives its standard output without the last line break. Throws where it fails. */
  git(...args: string[]): string {
    return run(args, this.directory, this.#environment).toString('utf8').replace(/\n$/, '');
  }

  /** Runs git with something on its standard input. */
  pipe(input: string | Buffer, ...args: string[]): string {
    return run(args, this.directory, this.#environment, input).toString('utf8').replace(/\n$/, '');
  }

  write(path: string, content: string | Buffer): this {
    const file = join(this.directory, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    return this;
  }

  symlink(path: string, target: string): this {
    const file = join(this.directory, path);
    mkdirSync(dirname(file), { recursive: true });
    symlinkSync(target, file);
    return this;
  }

  executable(path: string): this {
    chmodSync(join(this.directory, path), 0o755);
    return this;
  }

  remove(path: string): this {
    rmSync(join(this.directory, path), { recursive: true });
    return this;
  }

  /** Commits the whole work tree and gives the commit's id. */
  commit(message = 'Change', options: CommitOptions = {}): string {
    const tree = this.#stage();
    if (tree === undefined) this.git('add', '--all');
    return this.#commitTree(tree, message, options) ?? this.commitIndex(message, options);
  }

  /** Stages the whole work tree and gives its tree. */
  stagedTree(): string {
    const tree = this.#stage();
    if (tree !== undefined) return tree;
    this.git('add', '--all');
    return this.git('write-tree');
  }

  /** Writes an object as its bytes are, also where git would not. */
  store(type: 'blob' | 'tree' | 'commit' | 'tag', content: string | Buffer): string {
    return writeObject(this.#gitDirectory(), this.#format, type, Buffer.from(content));
  }

  /** Moves the present branch to a commit; index and work tree stay. */
  moveTo(commit: string): void {
    if (this.#plainConfig === undefined) this.git('update-ref', 'HEAD', commit);
    else this.#writeHead(commit);
  }

  #stage(): string | undefined {
    return this.#isPlain() ? stageWorkTree(this.directory, this.#format) : undefined;
  }

  /** Whether nothing but the files of the work tree decides what a commit would be. */
  #isPlain(): boolean {
    const git = join(this.directory, '.git');
    const special = [
      'MERGE_HEAD',
      'CHERRY_PICK_HEAD',
      'REVERT_HEAD',
      'hooks',
      'info',
      'modules',
      'packed-refs',
      'shallow',
    ];
    if (this.#plainConfig === undefined || special.some((name) => existsSync(join(git, name)))) return false;
    const config = readFileSync(join(git, 'config'), 'utf8');
    const added = config.slice(this.#plainConfig.length);
    return (
      config.startsWith(this.#plainConfig) && /^(?:\[(?:remote |branch |uploadpack\]).*\n(?:\t.*\n)*)*$/.test(added)
    );
  }

  /** What `git commit` makes of a staged tree, without its process; undefined where only git knows what that is. */
  #commitTree(tree: string | undefined, message: string, options: CommitOptions): string | undefined {
    const { author = 'Ada <ada@example.com>', sign, allowEmpty } = options;
    const isUsual = /^[!-~](?:[ -~]*[!-~])?$/.test(message) && /^[A-Za-z][A-Za-z ]* <[\w.@+-]+>$/.test(author);
    if (tree === undefined || sign || !isUsual) return undefined;
    const parent = this.#headFile().id;
    if (parent !== undefined) {
      const before = looseObject(this.#gitDirectory(), parent)?.toString('latin1');
      if (before === undefined || (!allowEmpty && before.startsWith(`tree ${tree}\n`))) return undefined;
    }
    this.#at(options.time);
    const time = `${this.#time} +0000`;
    const headers = [
      `tree ${tree}`,
      ...(parent === undefined ? [] : [`parent ${parent}`]),
      `author ${author} ${time}`,
      `committer Ada <ada@example.com> ${time}`,
    ];
    const commit = this.store('commit', `${headers.join('\n')}\n\n${message}\n`);
    this.#writeHead(commit);
    return commit;
  }

  #gitDirectory(): string {
    return existsSync(join(this.directory, 'HEAD')) ? this.directory : join(this.directory, '.git');
  }

  /** The file that holds what HEAD is, and the commit in it where it is one. */
  #headFile(): { readonly file: string; readonly id: string | undefined } {
    const git = this.#gitDirectory();
    const [, ref] = /^ref: (.*)\n$/.exec(readFileSync(join(git, 'HEAD'), 'utf8')) ?? [];
    const file = join(git, ref ?? 'HEAD');
    return { file, id: existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined };
  }

  #branch(name: string): string | undefined {
    const file = join(this.#gitDirectory(), 'refs/heads', name);
    return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
  }

  #writeHead(commit: string): void {
    const { file } = this.#headFile();
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${commit}\n`);
  }

  /** Commits what is staged. */
  commitIndex(message = 'Change', options: CommitOptions = {}): string {
    const args = ['commit', '--quiet', '--no-verify', `--message=${message}`];
    if (options.allowEmpty) args.push('--allow-empty');
    if (options.author !== undefined) args.push(`--author=${options.author}`);
    if (options.sign !== undefined && options.sign !== false) {
      args.push(options.sign === true ? '--gpg-sign' : `--gpg-sign=${options.sign}`);
    }
    this.#at(options.time);
    this.git(...args);
    return this.head();
  }

  /** Merges without fast-forward and gives the merge commit's id. */
  merge(...heads: string[]): string {
    this.#at(undefined);
    this.git('merge', '--quiet', '--no-ff', '--no-edit', ...heads);
    return this.head();
  }

  /** Switches to a branch; makes it at `start` where given. */
  switch(branch: string, start?: string): this {
    const commit = start === undefined ? undefined : this.#branch(start);
    // Another name for the same commit: index and work tree stay.
    if (commit !== undefined && commit === this.#headFile().id && this.#isPlain()) {
      writeFileSync(join(this.#gitDirectory(), 'HEAD'), `ref: refs/heads/${branch}\n`);
      this.#writeHead(commit);
      return this;
    }
    if (start === undefined) this.git('checkout', '--quiet', branch);
    else this.git('checkout', '--quiet', '-B', branch, start);
    return this;
  }

  head(): string {
    // A ref in a file of its own is read without a process of git's.
    return this.#headFile().id ?? this.git('rev-parse', 'HEAD');
  }

  #at(time: number | undefined): void {
    this.#time = time ?? this.#time + 60;
    this.#environment.GIT_AUTHOR_DATE = `${this.#time} +0000`;
    this.#environment.GIT_COMMITTER_DATE = `${this.#time} +0000`;
  }
}

function run(
  args: readonly string[],
  directory: string,
  environment: Record<string, string>,
  input?: string | Buffer,
): Buffer {
  const result = spawnSync('git', args, {
    cwd: directory,
    env: environment,
    maxBuffer: 1 << 30,
    ...(input === undefined ? {} : { input }),
  });
  if (result.status === 0) return result.stdout;
  throw new Error(`git ${args.join(' ')} failed: ${result.error?.message ?? result.stderr.toString('utf8')}`);
}
