// Lets Node load TypeScript: types are taken away, nothing is checked. What was made of a file is kept for the next process.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { keptAs } from './kept.cjs';

/** Where mutants are tried, sources have them behind switches. */
const trial = process.env.MUTATION_TRIAL === undefined ? undefined : await import('../mutation/trial-loader.mjs');
const globals = trial?.globals ?? new URL('./globals.mjs', import.meta.url).href;

export function resolve(specifier, context, next) {
  return specifier === '@jest/globals' ? { url: globals, shortCircuit: true } : next(specifier, context);
}

export async function load(url, context, next) {
  if (!url.endsWith('.ts')) return next(url, context);
  const path = fileURLToPath(url);
  const source = readFileSync(path, 'utf8');
  return {
    format: 'module',
    source: await withoutTypes(path, trial?.switched(path, source) ?? source),
    shortCircuit: true,
  };
}

async function withoutTypes(file, source) {
  const { code: path, map: mapPath } = keptAs(file, source);
  try {
    return readFileSync(path, 'utf8');
  } catch {
    const { code, map } = await transformed(file, source);
    write(mapPath, map);
    write(path, code);
    return code;
  }
}

async function transformed(file, source) {
  const { transformSync } = await import('@swc/core');
  return transformSync(source, {
    filename: file,
    jsc: { parser: { syntax: 'typescript' }, target: 'es2023' },
    module: { type: 'es6' },
    sourceMaps: true,
    swcrc: false,
  });
}

/** In one step, so that a process alongside reads all of it or nothing. */
function write(path, text) {
  const unfinished = `${path}.${process.pid}`;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(unfinished, text);
  renameSync(unfinished, path);
}
