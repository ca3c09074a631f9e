import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { clipped } from '../../clipped.ts';
import type { FileView } from '../model/file-view.ts';

/** Names that a path of a tree may not hold where it is written to disk: they lead elsewhere, or are git's own. */
const forbidden = /(?:^|\/)(?:\.{0,2}|\.git)(?:\/|$)|\0|\\/;
/** Longest name of a file that every file system takes. */
const longest = 255;

/** A fresh folder with the inputs of one side's roots, written from git objects: plain files only, nothing outside. */
export class Workspace {
  readonly directory: string;
  readonly #view: FileView;
  readonly #written = new Set<string>();
  readonly #folders = new Set<string>();
  #count = 0;

  constructor(directory: string, view: FileView) {
    this.directory = directory;
    this.#view = view;
    mkdirSync(this.#tree, { recursive: true });
  }

  get #tree(): string {
    return join(this.directory, 'tree');
  }

  /** The absolute path of a path of the tree. */
  path(inTree: string): string {
    return join(this.#tree, inTree);
  }

  /** What a kustomization in `from` (an absolute folder) calls a path of the tree. */
  relative(from: string, inTree: string): string {
    return relative(from, this.path(inTree)) || '.';
  }

  /** Writes a file of the tree, once; gives why it cannot be, or undefined. */
  copy(path: string): string | undefined {
    if (this.#written.has(path)) return undefined;
    const refusal = refuse(path);
    if (refusal !== undefined) return refusal;
    const bytes = this.#view.bytes(path);
    if (bytes === undefined) return `${path} is over limits.bytes and was not read`;
    return this.write(path, bytes);
  }

  /** Writes other content under a path of the tree. */
  write(path: string, content: Buffer | string): string | undefined {
    const refusal = refuse(path);
    if (refusal !== undefined) return refusal;
    const target = this.path(path);
    const folder = dirname(target);
    if (!this.#folders.has(folder)) mkdirSync(folder, { recursive: true });
    this.#folders.add(folder);
    writeFileSync(target, content);
    this.#written.add(path);
    return undefined;
  }

  /** A new folder alongside the tree. */
  folder(): string {
    const folder = join(this.directory, 'own', String(this.#count++));
    mkdirSync(folder, { recursive: true });
    return folder;
  }
}

function refuse(path: string): string | undefined {
  const isLong = path.length > 3000 || path.split('/').some((name) => Buffer.byteLength(name) > longest);
  if (forbidden.test(path) || isLong) return `${clipped(path, 200)} is not a path that can be written`;
  return undefined;
}
