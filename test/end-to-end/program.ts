import { SshSigner } from '../../src/demo/ssh-signer.ts';
import { plainEnvironment, Shared, TemporaryRepository } from '../git/temporary-repository.ts';
import { type Call, type Ran, runProgram } from '../program/run-program.ts';

export interface FoundFinding {
  readonly rule: string;
  readonly severity: string;
  readonly blocking: boolean;
  readonly message: string;
  readonly fingerprint: string;
  readonly commit?: string;
  readonly file?: string;
  readonly line?: number;
}

export interface Run extends Ran {
  readonly findings: readonly FoundFinding[];
  /** `file rule` of everything that blocks. */
  readonly blocking: readonly string[];
}

/** Runs the command line; findings are those of `--format json`. */
export function gate(directory: string, ...args: string[]): Promise<Run> {
  return gateWith({ directory, args });
}

/** The same with another environment, or always in a process of its own. */
export async function gateWith(options: Partial<Call> & Pick<Call, 'directory' | 'args'>): Promise<Run> {
  const ran = await runProgram({ entry: 'cli', environment: plainEnvironment(), ...options });
  const isJson = ran.stdout.startsWith('{');
  const findings = isJson ? ((JSON.parse(ran.stdout) as { findings: FoundFinding[] }).findings ?? []) : [];
  const blocking = findings
    .filter((finding) => finding.blocking)
    .map(({ rule, file, commit }) => `${file ?? commit ?? ''} ${rule}`);
  return { ...ran, findings, blocking };
}

/** Judges `change` against `main`. */
export function check(repository: TemporaryRepository, ...args: string[]): Promise<Run> {
  return gate(repository.directory, 'check', '--base', 'main', '--head', 'change', '--format', 'json', ...args);
}

export const maintainer = new SshSigner('Ada', 'ada@example.com');
export const stranger = new SshSigner('Ada', 'stranger@example.com');

const trusting = new Shared<TemporaryRepository>();

/** A repository whose `main` trusts the maintainer and holds `files`; the branch `change` is checked out. */
export function trustingRepository(files: Readonly<Record<string, string>> = {}): TemporaryRepository {
  return trusting.get(JSON.stringify(files), () => makeTrusting(files)).copy();
}

function makeTrusting(files: Readonly<Record<string, string>>): TemporaryRepository {
  const repository = TemporaryRepository.create();
  repository.write('.gitops-gate/allowed_signers', `${maintainer.allowedSigner}\n`);
  for (const [path, text] of Object.entries(files)) repository.write(path, text);
  repository.commit('Begin');
  return repository.switch('change', 'main');
}

/** Commits the work tree with headers and a signature of the caller's making; git itself would refuse many of them. */
export function commitRaw(
  repository: TemporaryRepository,
  build: (headers: string, message: string) => string = signedBy(maintainer),
  parents: readonly string[] = [repository.head()],
): string {
  const who = 'Ada <ada@example.com> 1700001000 +0000';
  const lines = [`tree ${repository.stagedTree()}`, ...parents.map((parent) => `parent ${parent}`)];
  const headers = [...lines, `author ${who}`, `committer ${who}`, ''].join('\n');
  const id = repository.store('commit', build(headers, '\nChange\n'));
  repository.moveTo(id);
  return id;
}

/** A commit as git makes it, signed by `signer`. */
export function signedBy(signer: SshSigner): (headers: string, message: string) => string {
  return (headers, message) => `${headers}${gpgsig(signer, headers + message)}${message}`;
}

/** The header that holds a signature of `payload`. */
export function gpgsig(signer: SshSigner, payload: string, header = 'gpgsig'): string {
  return `${header} ${signer.sign(Buffer.from(payload)).replaceAll('\n', '\n ')}\n`;
}
