// Draws a Markdown summary as a forge shows it: node .ci/picture.mjs report.md picture.png. Needs Debian's
// chromium, fonts-dejavu, fonts-noto-color-emoji and pngquant; not run in CI.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';

const [source, picture, height = '1180'] = process.argv.slice(2);
if (!source || !picture) throw new Error('usage: node .ci/picture.mjs report.md picture.png [height]');

const style = `
body { margin: 0; padding: 28px 32px; width: 896px; font: 14px/1.5 "DejaVu Sans", system-ui, sans-serif; color: #1f2328; background: #fff; }
h2, h3 { line-height: 1.25; margin: 22px 0 14px; } h2 { font-size: 22px; padding-bottom: 8px; border-bottom: 1px solid #d1d9e0; margin-top: 0; } h3 { font-size: 18px; }
h4 { font-size: 15px; margin: 20px 0 8px; } a { color: #0969da; text-decoration: none; }
code { font: 12px/1.5 "DejaVu Sans Mono", monospace; background: #eff1f3; padding: 2px 5px; border-radius: 6px; }
pre { background: #f6f8fa; padding: 12px; border-radius: 6px; } pre code { background: none; padding: 0; }
table { border-collapse: collapse; margin: 0 0 14px; } th, td { border: 1px solid #d1d9e0; padding: 6px 12px; vertical-align: top; }
tbody tr:nth-child(even) { background: #f6f8fa; } sub { font-size: 12px; vertical-align: baseline; color: #59636e; } details { margin-bottom: 14px; }`;

const body = micromark(readFileSync(source, 'utf8'), {
  extensions: [gfm()],
  htmlExtensions: [gfmHtml()],
  allowDangerousHtml: true,
});
const folder = mkdtempSync(join(tmpdir(), 'picture-'));
const page = join(folder, 'page.html');
writeFileSync(page, `<!doctype html><meta charset="utf-8"><style>${style}</style><body>${body}</body>`);
const run = (program, args) => {
  const { status, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program}: ${stderr}`);
};
const shot = [`--screenshot=${resolve(picture)}`, `--window-size=960,${height}`, `file://${page}`];
run('chromium', ['--headless', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', ...shot]);
run('pngquant', ['--force', '--output', picture, '128', picture]);
rmSync(folder, { recursive: true });
