import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deflateSync } from 'node:zlib';

/** A bare repository written without git: loose objects and refs (gitformat-loose, gitrepository-layout). */
export class ObjectStore {
  readonly directory: string;

  constructor(directory: string) {
    this.directory = directory;
    mkdirSync(join(directory, 'objects'), { recursive: true });
    mkdirSync(join(directory, 'refs', 'heads'), { recursive: true });
    writeFileSync(join(directory, 'HEAD'), 'ref: refs/heads/main\n');
    writeFileSync(join(directory, 'config'), '[core]\n\trepositoryformatversion = 0\n\tbare = true\n');
  }

  /** Writes one object and returns its id. */
  write(type: 'blob' | 'tree' | 'commit', content: Buffer): string {
    const object = Buffer.concat([Buffer.from(`${type} ${content.length}\0`), content]);
    const id = createHash('sha1').update(object).digest('hex');
    const file = join(this.directory, 'objects', id.slice(0, 2), id.slice(2));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, deflateSync(object));
    return id;
  }

  /** Writes the tree that holds `files` (path → text) and returns its id. */
  writeTree(files: ReadonlyMap<string, string>): string {
    const entries = new Map<string, { mode: string; id: string }>();
    const folders = new Map<string, Map<string, string>>();
    for (const [path, text] of files) {
      const slash = path.indexOf('/');
      if (slash < 0) {
        entries.set(path, { mode: '100644', id: this.write('blob', Buffer.from(text)) });
      } else {
        const folder = folders.get(path.slice(0, slash)) ?? new Map<string, string>();
        folders.set(path.slice(0, slash), folder.set(path.slice(slash + 1), text));
      }
    }
    for (const [name, inside] of folders) entries.set(name, { mode: '40000', id: this.writeTree(inside) });
    // git orders a folder as if its name ended in a slash
    const key = (name: string) => Buffer.from(entries.get(name)?.mode === '40000' ? `${name}/` : name);
    const names = [...entries.keys()].sort((a, b) => Buffer.compare(key(a), key(b)));
    const rows = names.map((name) => {
      const { mode = '', id = '' } = entries.get(name) ?? {};
      return Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.from(id, 'hex')]);
    });
    return this.write('tree', Buffer.concat(rows));
  }

  setBranch(name: string, commit: string): void {
    writeFileSync(join(this.directory, 'refs', 'heads', name), `${commit}\n`);
  }
}
