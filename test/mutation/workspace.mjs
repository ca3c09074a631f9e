import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { transformSync } from '@swc/core';
import { sourceDigest } from '../../.ci/source-digest.mjs';

const root = join(import.meta.dirname, '../..');
const left = new Set(['node_modules', 'dist', 'build', 'coverage', '.git']);

/** A copy of the repository in which one file after the other is changed and its tests are run. */
export class Workspace {
  #directory = mkdtempSync(join(tmpdir(), 'gitops-gate-mutation-'));
  /** The process of the tests that run. */
  #running;

  constructor() {
    process.once('exit', () => this.remove());
    for (const name of readdirSync(root).filter((each) => !left.has(each))) {
      cpSync(join(root, name), join(this.#directory, name), { recursive: true, verbatimSymlinks: true });
    }
    symlinkSync(join(root, 'node_modules'), join(this.#directory, 'node_modules'));
    this.#build();
  }

  /** Ends what `run` would leave. */
  remove() {
    if (this.#running !== undefined) endGroup(this.#running);
    rmSync(this.#directory, { recursive: true, force: true });
  }

  /** Writes a file of src/, and what dist/ has of it. */
  write(file, source) {
    writeFileSync(join(this.#directory, 'src', file), source);
    this.#compile(file, source);
    this.#sign();
  }

  #compile(file, source) {
    const output = join(this.#directory, 'build', file.replace(/\.ts$/, '.js'));
    mkdirSync(dirname(output), { recursive: true });
    writeFileSync(output, transformed(source));
  }

  /** Says that dist/ is what src/ makes. */
  #sign() {
    writeFileSync(join(this.#directory, 'dist/src.sha256'), sourceDigest(this.#directory));
  }

  /**
   * Runs the tests at these paths in the order of `order` (paths of test files), until one file of them fails; all of them where there is no
   * order yet. Gives 'passed', 'failed', or 'timeout' after `seconds` of processor time, which a busy machine does not shorten, the file
   * that failed, and the time each test file took.
   */
  async run(paths, { seconds, order = [] }) {
    const results = join(this.#directory, 'results.json');
    rmSync(results, { force: true });
    const sequencer = join(this.#directory, 'test/mutation/given-order.mjs');
    const jest = ['--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'];
    const options = ['--runInBand', '--silent', '--json', `--outputFile=${results}`, `--testSequencer=${sequencer}`];
    const bail = order.length > 0 ? ['--bail'] : [];
    const limited = ['-c', `ulimit -t ${seconds}; exec "$0" "$@"`, process.execPath];
    const child = spawn('sh', [...limited, ...jest, ...options, ...bail, ...paths], {
      cwd: this.#directory,
      env: { ...process.env, MUTATION_ORDER: JSON.stringify(order) },
      stdio: 'ignore',
      detached: true,
    });
    this.#running = child.pid;
    const [code, signal] = await new Promise((resolve) => child.on('close', (...how) => resolve(how)));
    endGroup(child.pid);
    this.#running = undefined;
    if (signal === 'SIGXCPU' || signal === 'SIGKILL') return { outcome: 'timeout', times: new Map() };
    if (!existsSync(results)) return { outcome: code === 0 ? 'passed' : 'failed', times: new Map() };
    return filesOf(JSON.parse(readFileSync(results, 'utf8')));
  }

  /** The code of dist/: each source by itself, without types. */
  #build() {
    const source = join(this.#directory, 'src');
    for (const entry of ['cli', 'action']) {
      const folder = join(this.#directory, 'dist', entry);
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'package.json'), '{"type":"module"}\n');
      writeFileSync(join(folder, 'index.js'), `import '../../build/${entry}.js';\n`);
    }
    for (const file of readdirSync(source, { recursive: true, encoding: 'utf8' })) {
      if (file.endsWith('.ts')) this.#compile(file, readFileSync(join(source, file), 'utf8'));
    }
    this.#sign();
    writeFileSync(join(this.#directory, 'build/package.json'), '{"type":"module"}\n');
    symlinkSync(join(this.#directory, '.github/docs/rules'), join(this.#directory, 'build/host/rules'));
  }
}

function transformed(source) {
  const { code } = transformSync(source, {
    jsc: { parser: { syntax: 'typescript' }, target: 'es2023' },
    module: { type: 'es6' },
  });
  return code.replace(/((?:from|import)\s*\(?\s*['"]\.[^'"]*)\.ts(['"])/g, '$1.js$2');
}

/** Whatever the tests started goes with them. */
function endGroup(pid) {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Nothing is left of it.
  }
}

/** The result of a run of jest, as its JSON says it, the file that failed, and the milliseconds each file took. */
export function filesOf({ success, testResults }) {
  const files = testResults.map(({ name, status, startTime, endTime }) => {
    return { path: name.slice(name.lastIndexOf('/test/') + 1), status, time: endTime - startTime };
  });
  return {
    outcome: success ? 'passed' : 'failed',
    failing: files.find(({ status }) => status === 'failed')?.path,
    times: new Map(files.map(({ path, time }) => [path, time])),
  };
}
