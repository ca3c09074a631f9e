// How well unusual-change tells takeovers from ordinary changes, on histories of your own:
//   npx tsc && node test/evaluate/unusual.mjs [--why] CLONE...
// The newest fifth of a history (500 changes at most) is judged in order, each change by what was there before it. Into the same places
// changes as of a takeover are planted, three kinds of them; they are never learned. The same seed gives the same figures.
import { basename } from 'node:path';
import { openRepository } from '../../build/git/open-repository.js';
import { judgeChange } from '../../build/history/judge/judge-change.js';
import { train } from '../../build/history/judge/train.js';
import { pastChangeReader } from '../../build/history/read/read-past-change.js';
import { alone } from '../../build/history/signals/signal.js';
import { forgeKeys } from '../../build/signature/trust/forge-keys.js';

const forge = new Set(forgeKeys().flatMap(({ key }) => [key.fingerprint, key.keyId]));
const most = 2_000;
const [judged, blocks] = [500, 5];
let seed = 20_260_101;
const random = () => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return seed / 2 ** 32;
};
const pick = (list) => list[Math.floor(random() * list.length)];
const chance = (share) => random() < share;

const clones = process.argv.slice(2).filter((word) => word !== '--why');
const showsWhy = process.argv.includes('--why');
if (clones.length === 0) {
  console.error('usage: node test/evaluate/unusual.mjs [--why] CLONE...');
  process.exit(2);
}
const totals = { ordinary: [], account: [], newcomer: [], broad: [] };
const row = (cells) =>
  console.log(`| ${cells.map((cell, i) => (i ? String(cell).padStart(9) : cell.padEnd(28))).join(' | ')} |`);
row(['history', 'changes', 'judged', 'AUC', 'account', 'newcomer', 'broad', 'per 100', 'people', 'bots']);

async function evaluate(clone) {
  const repository = await openRepository(clone);
  const head = await repository.resolve('HEAD', 'commit');
  const past = await repository.pastCommits(head, most + judged, new Map());
  if (past.commits === undefined) throw new Error(`${clone}: ${past.why}`);
  const read = pastChangeReader(repository.objectFormat);
  const changes = past.commits.map(({ commit, files }) => read(commit, files));
  await repository.close();
  const count = Math.min(judged, Math.floor(changes.length / 5));
  const size = Math.ceil(count / blocks);
  const results = { changes: changes.length, ordinary: [], account: [], newcomer: [], broad: [] };
  for (let from = changes.length - count; from < changes.length; from += size) {
    const before = changes.slice(Math.max(0, from - most), from);
    const model = train(before, forge, Date.now() / 1000);
    const past = pastOf(before, model);
    for (const change of changes.slice(from, from + size)) {
      results.ordinary.push({ ...judge(model, change), isBot: change.isBot });
      for (const [kind, make] of Object.entries(plants)) {
        const planted = make(past, change);
        if (planted !== undefined) results[kind].push(judge(model, planted));
      }
      model.history.add(change);
    }
  }
  for (const kind of Object.keys(totals)) totals[kind].push(...results[kind]);
  return results;
}

function judge(model, change) {
  const { score, isUnusual, signals } = judgeChange(model, change, alone, Date.now() / 1000);
  return { score, isUnusual, signals: signals.map(({ id }) => id) };
}

function report(name, { changes, ordinary, ...planted }) {
  const flagged = (list) =>
    list.length === 0 ? '-' : ((100 * list.filter(({ isUnusual }) => isUnusual).length) / list.length).toFixed(1);
  const attacks = Object.values(planted).flat();
  const [people, bots] = [false, true].map((wanted) => ordinary.filter(({ isBot }) => isBot === wanted));
  row([
    basename(name),
    changes ?? '',
    ordinary.length,
    area(ordinary, attacks).toFixed(3),
    ...Object.values(planted).map(flagged),
    flagged(ordinary),
    flagged(people),
    flagged(bots),
  ]);
  if (!showsWhy) return;
  const why = ordinary.filter(({ isUnusual }) => isUnusual).map(({ signals }) => signals.join(' + '));
  for (const each of why.sort()) console.log(`  found: ${each}`);
}

/** The area under the curve: how often a planted change scores higher than an ordinary one; ties count half. */
function area(ordinary, planted) {
  let sum = 0;
  const scores = ordinary.map(({ score }) => score).sort((a, b) => a - b);
  const below = (score, isBelow) => {
    let [low, high] = [0, scores.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBelow(scores[middle], score)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  for (const { score } of planted) sum += (below(score, (a, b) => a < b) + below(score, (a, b) => a <= b)) / 2;
  return sum / (scores.length * planted.length);
}

/** Kinds of planted changes, each made from what is there by the time of an ordinary one. */
const plants = {
  /** A known account in other hands: at any hour, on RBAC files, with another key, none, or the forge's own editor. */
  account({ people, forge, rbac }, at) {
    if (people.length === 0) return undefined;
    const victim = pick(people);
    const time = at.time - Math.floor(random() * 7 * 86_400);
    const byForge = forge !== undefined && chance(0.4);
    return {
      ...at,
      name: victim.name,
      email: victim.email,
      isBot: false,
      time,
      zone: chance(0.5) ? victim.zone : pick([0, 60, 180, 330, 480, -300, -480]),
      committer: byForge ? forge.committer : victim.email,
      signing: byForge ? forge.signing : chance(0.5) ? { key: 'SHA256:planted' } : 'unsigned',
      subject: chance(0.5) ? victim.subject : 'Update rbac.yaml',
      files: some(rbac, 1, 3),
    };
  },
  /** Somebody new who changes what is delivered, or from where. */
  newcomer({ sensitive }, at) {
    const email = 'mallory@example.org';
    return {
      ...at,
      name: 'Mallory',
      email,
      isBot: false,
      committer: email,
      signing: 'unsigned',
      files: some(sensitive, 1, 3),
    };
  },
  /** A known account that reaches over much of the repository at once. */
  broad({ people, all }, at) {
    if (people.length === 0) return undefined;
    return { ...pick(people), id: at.id, time: at.time, files: some(all, 20, 60) };
  },
};

/** What plants are made of: changes of people who made ten at least, one by the forge, and files. */
function pastOf(before, { history }) {
  const counts = new Map();
  for (const { email } of before) counts.set(email, (counts.get(email) ?? 0) + 1);
  const all = before.flatMap(({ files }) => files.slice(0, 20)).filter(({ isRemoved }) => !isRemoved);
  const sensitive = all.filter(({ path }) => history.placeOf(path).sensitive.length > 0);
  const rbac = sensitive.filter(({ path }) => history.placeOf(path).sensitive.includes('rbac'));
  const invented = [{ path: 'clusters/prod/argocd/rbac.yaml', isRemoved: false }];
  return {
    people: before.filter(({ isBot, email }) => !isBot && counts.get(email) >= 10),
    forge: before.find(({ committer }) => committer.startsWith('noreply@')),
    all,
    sensitive: sensitive.length > 0 ? sensitive : invented,
    rbac: rbac.length > 0 ? rbac : invented,
  };
}

function some(files, least, most) {
  const count = least + Math.floor(random() * (most - least + 1));
  const picked = Array.from({ length: count }, () => pick(files));
  return [...new Map(picked.map((file) => [file.path, file])).values()];
}

for (const clone of clones) report(clone.replace(/\/(?:repo|\.git)?\/?$/, ''), await evaluate(clone));
report('all', totals);
