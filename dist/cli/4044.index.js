export const id = 4044;
export const ids = [4044];
export const modules = {

/***/ 24044:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   renderOpenMetrics: () => (/* binding */ renderOpenMetrics)
/* harmony export */ });
/* harmony import */ var _severity_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(15989);
/* harmony import */ var _signature_model_signature_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(87833);
/* harmony import */ var _posture_section_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70351);
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6257);




/**
 * OpenMetrics text (https://prometheus.io/docs/specs/om/open_metrics_spec/). Everything is a gauge without a timestamp: so it is also
 * valid in Prometheus' own text format, which node_exporter's textfile collector and the Pushgateway read. Each sample says of which
 * repository, branch and kind of run it is; nothing in a label comes from the change.
 */
function renderOpenMetrics(report, rules) {
    const { command, range, run } = report;
    const common = { repository: run.repository ?? '', branch: range.branch ?? '', command, range: range.kind };
    const metrics = [
        ...verdictMetrics(report, rules),
        ...coverageMetrics(report),
        ...timeMetrics(report),
        ...ageMetrics(report),
        ...postureMetrics(report),
    ];
    const measured = metrics.filter(({ samples }) => samples.length > 0);
    return `${measured.map((metric) => family(metric, common)).join('')}# EOF\n`;
}
function family({ name, help, samples }, common) {
    const full = `gitops_gate_${name}`;
    const unit = /_(seconds)$/.exec(name)?.[1];
    const head = [
        `# HELP ${full} ${help}`,
        `# TYPE ${full} gauge`,
        ...(unit === undefined ? [] : [`# UNIT ${full} ${unit}`]),
    ];
    const lines = samples.map(({ labels = {}, value }) => {
        const pairs = Object.entries({ ...common, ...labels }).map(([label, text]) => `${label}="${escaped(text)}"`);
        return `${full}{${pairs.join(',')}} ${value}`;
    });
    return [...head, ...lines, ''].join('\n');
}
/** A label's value: unseen characters written out, then what the format asks for. */
function escaped(text) {
    return (0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .clip */ .$Q)((0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(text), 200).replaceAll('\\', '\\\\').replaceAll('"', '\\"');
}
/** Of each kind of secret the oldest, and what is read again most seldom; of certificates the one that expires first. */
function ageMetrics({ ages = [] }) {
    const kinds = [...new Set(ages.map(({ kind }) => kind))].sort();
    const worst = (of, pick) => kinds.flatMap((kind) => {
        const values = ages.flatMap((row) => (row.kind === kind ? (of(row) ?? []) : []));
        return values.length === 0 ? [] : [{ labels: { kind }, value: values.reduce((a, b) => pick(a, b)) }];
    });
    const number = (isCounted) => kinds.map((kind) => ({
        labels: { kind },
        value: ages.filter((row) => row.kind === kind && isCounted(row)).length,
    }));
    return [
        { name: 'secrets', help: 'Secrets that have an age, known or not.', samples: number(() => true) },
        {
            name: 'secrets_age_unknown',
            help: 'Secrets whose ages are not known.',
            samples: number(({ unknown }) => unknown !== undefined),
        },
        {
            name: 'secrets_stale',
            help: 'Secrets that are stale by the policy.',
            samples: number(({ limit }) => limit !== undefined),
        },
        {
            name: 'secrets_never_refreshed',
            help: 'Secrets that are never read again.',
            samples: number(({ refreshHours }) => refreshHours === 0),
        },
        {
            name: 'oldest_secret_days',
            help: 'Days since the longest unchanged secret was changed.',
            samples: worst(({ days }) => days, Math.max),
        },
        {
            name: 'longest_refresh_hours',
            help: 'Hours between two readings of the secret that is read again most seldom.',
            samples: worst(({ refreshHours }) => (refreshHours === 0 ? undefined : refreshHours), Math.max),
        },
        {
            name: 'certificate_days_left',
            help: 'Days until the first certificate expires, negative after that.',
            samples: worst(({ daysLeft }) => daysLeft, Math.min),
        },
    ];
}
/** What could not be checked has a state of its own: it neither holds nor does not. */
function postureMetrics({ posture }) {
    const checks = posture?.checks ?? [];
    const states = posture === undefined ? [] : _posture_section_js__WEBPACK_IMPORTED_MODULE_1__/* .postureOrder */ .B;
    const number = (state, id) => checks.filter((check) => check.state === state && (id === undefined || check.id === id)).length;
    const ids = [...new Set(checks.map(({ id }) => id))].sort();
    return [
        {
            name: 'posture_checks',
            help: 'Checks of how the repository is set up on its forge, by what came of them.',
            samples: states.map((state) => ({ labels: { state }, value: number(state) })),
        },
        {
            name: 'posture_check',
            help: 'The same check by check: how many branches it is so of, one for the repository as a whole.',
            samples: ids.flatMap((check) => states.map((state) => ({ labels: { check, state }, value: number(state, check) }))),
        },
    ];
}
function verdictMetrics(report, rules) {
    const { verdict, total, toolVersion } = report;
    const outcomes = ['passed', 'blocked', 'could-not-judge'];
    return [
        {
            name: 'build_info',
            help: 'The version of gitops-gate that ran.',
            samples: [{ labels: { version: toolVersion }, value: 1 }],
        },
        {
            name: 'outcome',
            help: 'Whether the last run ended so.',
            samples: outcomes.map((outcome) => ({ labels: { outcome }, value: Number(verdict.outcome === outcome) })),
        },
        {
            name: 'would_block',
            help: 'Whether it would have blocked, had it not only watched.',
            samples: [{ value: Number(verdict.wouldBlock) }],
        },
        {
            name: 'findings',
            help: 'Findings by rule and severity, accepted ones not counted.',
            samples: byRule(report, rules),
        },
        { name: 'findings_blocking', help: 'Findings that block.', samples: [{ value: total.blocking }] },
        { name: 'findings_accepted', help: 'Findings that the policy accepts.', samples: [{ value: total.suppressed }] },
        { name: 'not_judged', help: 'Things that could not be judged.', samples: [{ value: verdict.unjudged.length }] },
    ];
}
/** Rules without findings are zero at their usual severity, so that a series does not begin with its first finding. */
function byRule({ ruleCounts }, rules) {
    const ids = [...new Set([...rules.map(({ id }) => id), ...Object.keys(ruleCounts)])].sort();
    return ids.flatMap((rule) => {
        const usual = rules.find(({ id }) => id === rule)?.severity;
        return _severity_js__WEBPACK_IMPORTED_MODULE_2__/* .severities */ .gO.flatMap((severity) => {
            const value = ruleCounts[rule]?.[severity] ?? 0;
            return value > 0 || severity === usual ? { labels: { rule, severity }, value } : [];
        });
    });
}
function coverageMetrics({ commits, coverage }) {
    const { filesChanged, filesRead, contextFilesRead, skipped, readWithoutStructure } = coverage;
    const files = {
        changed: filesChanged,
        read: filesRead,
        context: contextFilesRead,
        skipped: skipped.length,
        'without-structure': readWithoutStructure.length,
    };
    return [
        {
            name: 'commits',
            help: 'Commits and tags by what was said of their signatures.',
            samples: _signature_model_signature_js__WEBPACK_IMPORTED_MODULE_3__/* .signatureStates */ .Nf.map((state) => ({
                labels: { state },
                value: commits.filter(({ signature }) => signature.state === state).length,
            })),
        },
        {
            name: 'commits_accepted',
            help: 'Commits and tags whose signatures the policy accepts.',
            samples: [{ value: commits.filter(({ signature }) => signature.accepted).length }],
        },
        {
            name: 'files',
            help: 'Files changed, read, read for context, skipped, and read without structure.',
            samples: Object.entries(files).map(([kind, value]) => ({ labels: { kind }, value })),
        },
    ];
}
function timeMetrics({ run: { start, end, steps } }) {
    const durations = new Map();
    for (const { name, milliseconds } of steps)
        durations.set(name, (durations.get(name) ?? 0) + milliseconds);
    return [
        {
            name: 'last_run_timestamp_seconds',
            help: 'When the last run ended, in Unix time.',
            samples: [{ value: end / 1000 }],
        },
        { name: 'duration_seconds', help: 'How long the run took.', samples: [{ value: (end - start) / 1000 }] },
        {
            name: 'step_duration_seconds',
            help: 'How long each step of the run took.',
            samples: [...durations].map(([step, value]) => ({ labels: { step }, value: value / 1000 })),
        },
    ];
}


/***/ }),

/***/ 70351:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ postureOrder),
/* harmony export */   y: () => (/* binding */ postureSection)
/* harmony export */ });
/** The order of a report: what does not hold first. */
const postureOrder = ['does-not-hold', 'could-not-check', 'holds'];
/** More are not listed; an organization with many branches has many checks. */
const mostRows = 2_000;
/** The section of a report; nothing where nobody asked. */
function postureSection(analysis) {
    if (analysis === undefined)
        return {};
    const { forge, repository, checks } = analysis;
    const rows = checks.map((check) => {
        const { id, what, branch, state, detail } = check;
        return {
            id,
            what,
            ...(branch === undefined ? {} : { branch }),
            state,
            detail,
            ...(check.state === 'could-not-check' && check.needs !== undefined ? { needs: check.needs } : {}),
        };
    });
    const sorted = rows.toSorted((a, b) => postureOrder.indexOf(a.state) - postureOrder.indexOf(b.state));
    return { posture: { forge, repository, checks: sorted.slice(0, mostRows) } };
}


/***/ })

};
