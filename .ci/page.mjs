// Opens report.html in a real Chromium, with 0, 3, 60, 5,000 and 50,000 findings, light and dark, wide and on a phone, with and without
// its script: node .ci/page.mjs AXE [PICTURES]. AXE is axe.min.js of the npm package axe-core; PICTURES a folder for what was seen.
// Needs build/ (npx tsc). Ends with 1 and says what is wrong where anything is.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, Page } from './chromium.mjs';
import { sampleReport } from './sample-report.mjs';

const { renderHtml } = await import('../build/report/html/html.js');
const { rules } = await import('../build/rules/index.js');
const [axePath, pictures] = process.argv.slice(2);
if (axePath === undefined) throw new Error('usage: node .ci/page.mjs AXE [PICTURES]');
if (chromium === undefined) throw new Error('no Chromium on the PATH: apt-get install chromium');
const axe = readFileSync(axePath, 'utf8');

const folder = mkdtempSync(join(tmpdir(), 'pages-'));
if (pictures !== undefined) mkdirSync(pictures, { recursive: true });
const problems = [];
const expect = (holds, what) => {
  if (!holds) problems.push(what);
};

const file = (name) => join(folder, `${name}.html`);
const write = (name, report) => {
  const start = performance.now();
  writeFileSync(file(name), renderHtml(report, rules));
  const { size } = statSync(file(name));
  console.log(`${name}: ${Math.round(size / 1024)} KiB, written in ${Math.round(performance.now() - start)} ms`);
  return size;
};

const unjudged = [
  { what: 'The key .gitops-gate/keys/jane.asc is no OpenPGP certificate.', remedy: 'Export it again.' },
];
write('0', sampleReport(0));
write('3', sampleReport(3));
write('60', sampleReport(60, { unjudged }));
write('audit', sampleReport(60, { command: 'audit' }));
expect(write('5000', sampleReport(5_000)) < 6e6, '5,000 findings: more than 6 MB');
expect(write('50000', sampleReport(50_000, { mostFindings: 50_000 })) < 7e6, '50,000 findings: more than 7 MB');

const page = await Page.open();
const visit = async (name) => {
  const milliseconds = await page.visit(`file://${file(name)}`);
  return Math.round(milliseconds);
};
page.on('Log.entryAdded', ({ entry }) => problems.push(`the browser says: ${entry.text}`));
page.on('Runtime.exceptionThrown', ({ exceptionDetails }) =>
  problems.push(`the script threw: ${exceptionDetails.text}`),
);
page.on('Network.requestWillBeSent', ({ request }) => {
  expect(request.url.startsWith(`file://${folder}/`), `it asks for ${request.url}`);
});

/** Accessibility (WCAG 2.2 AA and good practice), and nothing wider than the screen. */
async function look(name, { width, scheme }) {
  const seen = `${name} findings, ${width} pixels, ${scheme}`;
  await page.look({ width, height: width < 600 ? 844 : 1000, scheme });
  await visit(name);
  const wide = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
  expect(wide <= 0, `${seen}: the page is ${wide} pixels wider than the screen`);
  if (pictures !== undefined) writeFileSync(join(pictures, `${name}-${width}-${scheme}.png`), await page.picture());
  await page.evaluate(`for (const each of document.querySelectorAll('details')) each.open = true`);
  await page.evaluate(axe);
  const violations = await page.evaluate(
    `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
      violations.map(({ id, help, nodes }) => id + ': ' + help + ' (' + nodes.length + ' times, e.g. ' + nodes[0].html.slice(0, 200) + ')'))`,
  );
  for (const violation of violations) problems.push(`${seen}: ${violation}`);
}

for (const name of ['0', '3', '60', 'audit'])
  for (const width of [1280, 390]) for (const scheme of ['light', 'dark']) await look(name, { width, scheme });

const shown = `[...document.querySelectorAll('.finding')].filter((each) => each.checkVisibility()).length`;
const set = (id, value, event) =>
  `(() => { const it = document.getElementById('${id}'); it.${typeof value === 'boolean' ? 'checked' : 'value'} = ${JSON.stringify(value)}; it.dispatchEvent(new Event('${event}')); })()`;
const settle = () => new Promise((resolve) => setTimeout(resolve, 400));

async function works() {
  await page.look();
  await visit('60');
  const all = await page.evaluate(shown);
  await page.evaluate(set('search', 'PLAINTEXT-secret shop', 'input'));
  await settle();
  const found = await page.evaluate(shown);
  expect(found > 0 && found < all, `search: ${found} of ${all} findings shown`);
  const target = await page.evaluate(`document.querySelector('.resolve li:last-child a').hash`);
  await page.evaluate(`document.querySelector('.resolve li:last-child a').click()`);
  await settle();
  const isOpen = await page.evaluate(`document.querySelector('${target} details')?.open`);
  expect(isOpen === true, 'a link to a finding that the search hides does not lead there');
  await page.evaluate(set('group', 'rule', 'change'));
  const heads = await page.evaluate(`[...document.querySelectorAll('.group')].map((each) => each.textContent)`);
  expect(heads.length === 6 && heads[0].startsWith('network-widened ('), `groups by rule: ${heads.join(', ')}`);
  await page.evaluate(set('show-critical', false, 'change'));
  expect(
    (await page.evaluate(`document.querySelectorAll('.finding.critical').length`)) === 0,
    'critical is not hidden',
  );
}

async function worksWithoutScript() {
  await page.send('Emulation.setScriptExecutionDisabled', { value: true });
  await visit('60');
  const all = await page.evaluate(shown);
  expect(all > 20, `without its script only ${all} findings are shown`);
  expect(await page.evaluate(`!document.getElementById('tools').checkVisibility()`), 'tools without a script');
  await page.evaluate(`document.getElementById('show-critical').checked = false`);
  const left = await page.evaluate(shown);
  expect(left > 0 && left < all, `without its script the check boxes hide nothing: ${left} of ${all}`);
  await page.send('Emulation.setScriptExecutionDisabled', { value: false });
}

async function prints() {
  await page.look({ media: 'print', width: 794 });
  await visit('3');
  const hidden = await page.evaluate(
    `[...document.querySelectorAll('.finding .body')].filter((each) => !each.checkVisibility({ contentVisibilityAuto: true })).length`,
  );
  expect(hidden === 0, `${hidden} findings are folded on paper`);
  await page.look();
}

/** The whole of a short report, as the documents show it. */
async function portrait() {
  if (pictures === undefined) return;
  await page.look({ width: 1180, height: 1000 });
  await visit('3');
  await page.evaluate(
    `for (const each of document.querySelectorAll('.finding')) each.style.contentVisibility = 'visible'`,
  );
  writeFileSync(join(pictures, 'whole.png'), await page.picture({ isWhole: true }));
  await page.evaluate(
    `document.querySelectorAll('.framework')[2].open = true; document.getElementById('compliance').scrollIntoView()`,
  );
  writeFileSync(join(pictures, 'compliance.png'), await page.picture());
}

await portrait();
await works();
await worksWithoutScript();
await prints();
for (const name of ['5000', '50000']) {
  const milliseconds = await visit(name);
  const first = await page.evaluate(`Math.round(performance.getEntriesByName('first-contentful-paint')[0].startTime)`);
  console.log(`${name}: seen after ${first} ms, loaded after ${milliseconds} ms`);
  expect(first < 15_000 && milliseconds < 60_000, `${name} findings open slowly`);
  if (pictures !== undefined) writeFileSync(join(pictures, `${name}-1280-light.png`), await page.picture());
}
const cut = await page.evaluate(`document.querySelector('.notice')?.textContent ?? ''`);
expect(/^Not on this page: \d+ of 50000 listed findings/.test(cut), `50,000 findings: what is cut is not said: ${cut}`);

await page.close();
rmSync(folder, { recursive: true });
for (const problem of problems) console.log(`WRONG: ${problem}`);
process.exitCode = problems.length > 0 ? 1 : 0;
