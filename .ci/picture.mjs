// Draws a Markdown summary as GitHub shows it: node .ci/picture.mjs report.md picture.png [width] [height]. Needs Debian's chromium,
// fonts-dejavu, fonts-noto-color-emoji and pngquant. GITHUB_CSS names github-markdown.css of the npm package github-markdown-css,
// MERMAID mermaid.min.js of the package mermaid: without them the page is plainer. Not run in CI.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';

const [source, picture, width = '960', height = '1180'] = process.argv.slice(2);
if (!source || !picture) throw new Error('usage: node .ci/picture.mjs report.md picture.png [width] [height]');
const { GITHUB_CSS, MERMAID } = process.env;

const body = micromark(readFileSync(source, 'utf8'), {
  extensions: [gfm()],
  htmlExtensions: [gfmHtml()],
  allowDangerousHtml: true,
}).replace(/<pre><code class="language-mermaid">([\s\S]*?)<\/code><\/pre>/g, '<pre class="mermaid">$1</pre>');
// GitHub keeps line breaks in comments; its width on a phone is that of the screen.
const style = `
${GITHUB_CSS === undefined ? '' : readFileSync(GITHUB_CSS, 'utf8')}
body { margin: 0; background: #fff; } .markdown-body { box-sizing: border-box; padding: 16px; font-family: "DejaVu Sans", sans-serif; font-size: 14px; }
.markdown-body code { font-family: "DejaVu Sans Mono", monospace; }`;
const script =
  MERMAID === undefined
    ? ''
    : `<script src="file://${resolve(MERMAID)}"></script><script>mermaid.initialize({ startOnLoad: true, securityLevel: 'strict' })</script>`;
const folder = mkdtempSync(join(tmpdir(), 'picture-'));
const page = join(folder, 'page.html');
const meta = '<meta charset="utf-8"><meta name="viewport" content="width=device-width">';
writeFileSync(
  page,
  `<!doctype html>${meta}<style>${style}</style><body><article class="markdown-body">${body}</article>${script}</body>`,
);
const run = (program, args) => {
  const { status, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program}: ${stderr}`);
};
const shot = [`--screenshot=${resolve(picture)}`, `--window-size=${width},${height}`, `file://${page}`];
run('chromium', [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--hide-scrollbars',
  '--virtual-time-budget=10000',
  ...shot,
]);
run('pngquant', ['--force', '--output', picture, '128', picture]);
rmSync(folder, { recursive: true });
