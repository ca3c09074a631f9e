const asyncHooks = require('node:async_hooks');
const { readFileSync } = require('node:fs');
const { register } = require('node:module');
const { fileURLToPath, pathToFileURL } = require('node:url');
const { setFlagsFromString } = require('node:v8');
const { compilesLate } = require('./compiles-late.cjs');
const { keptAs } = require('./kept.cjs');

const storage = Object.getOwnPropertyDescriptor(asyncHooks, 'AsyncLocalStorage');

register('./typescript-loader.mjs', pathToFileURL(__filename));

setFlagsFromString(compilesLate);

/**
 * Jest's runtime, with Node's own loader instead of one of realms: a worker loads each module of src/ once, not once for each of its test
 * files, which was most of what the tests took. So modules keep their state from one test file to the next, and there are no mocks of modules.
 */
module.exports = class Runtime {
  constructor(_config, _environment, _resolver, _transformer, _sources, _options, _path, globalConfig) {
    if (globalConfig.watch || globalConfig.watchAll) throw new Error('Modules are loaded once: there is no watching.');
  }

  unstable_shouldLoadAsEsm() {
    return true;
  }

  unstable_importModule(path) {
    return import(pathToFileURL(path).href);
  }

  requireModule(path) {
    return require(path);
  }

  /** Of jest itself: its state is that of one test file. */
  requireInternalModule(path) {
    delete require.cache[path];
    for (const key of Object.getOwnPropertySymbols(globalThis)) {
      if (/^(?:JEST_STATE_SYMBOL|EVENT_HANDLERS)$/.test(key.description ?? '')) delete globalThis[key];
    }
    Object.defineProperty(asyncHooks, 'AsyncLocalStorage', { value: Running, configurable: true });
    try {
      return require(path);
    } finally {
      Object.defineProperty(asyncHooks, 'AsyncLocalStorage', storage);
    }
  }

  getSourceMaps() {
    return sourceMaps;
  }

  setGlobalsForRuntime() {}
  enterTestCode() {}
  leaveTestCode() {}
  teardown() {}
  getAllCoverageInfoCopy() {}
};

/**
 * What jest asks which test an unhandled rejection belongs to. Its own way costs time at each promise of the program; tests run one after the
 * other, so it is the one that runs.
 */
class Running {
  #store;

  getStore() {
    return this.#store;
  }

  run(store, callback) {
    const outer = this.#store;
    this.#store = store;
    return Promise.resolve(callback()).finally(() => {
      this.#store = outer;
    });
  }
}

/** Where the source map of a module is, by its URL. */
const sourceMaps = new (class extends Map {
  get(url) {
    if (!/^file:.*\.ts$/.test(url)) return undefined;
    const file = fileURLToPath(url);
    return keptAs(file, readFileSync(file, 'utf8')).map;
  }
})();
