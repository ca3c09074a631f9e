const { createHash } = require('node:crypto');
const { basename, join } = require('node:path');

const folder = join(__dirname, '../../node_modules/.cache/gitops-gate/typescript');
// What is kept is of one version of what makes it; this number is raised with its options.
const maker = `1 ${require('@swc/core/package.json').version}`;

/** Where the code of a TypeScript file, and the source map of it, are kept. */
exports.keptAs = (file, source) => {
  const key = createHash('sha256')
    .update(`${maker}\0${basename(file)}\0${source}`)
    .digest('hex');
  return { code: join(folder, `${key}.js`), map: join(folder, `${key}.json`) };
};
