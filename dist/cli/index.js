var __webpack_exports__ = {};

;// CONCATENATED MODULE: ./build/version.js
/** The program's version; a test holds it equal to package.json. */
const version = '1.0.0';

;// CONCATENATED MODULE: ./build/cli.js

console.log(version);

