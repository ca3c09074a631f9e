/** The style sheet of report.html. */
export const htmlStyle = `
:root { color-scheme: light dark; --text: #1f2328; --soft: #59636e; --page: #f6f8fa; --card: #fff; --line: #d1d9e0; --code: #eff2f5;
  --critical: #a40e4c; --high: #cf222e; --medium: #9a6700; --low: #0969da; --passed: #1a7f37; --blocked: #cf222e; --could-not-judge: #9a6700; }
@media (prefers-color-scheme: dark) { :root { --text: #f0f6fc; --soft: #9198a1; --page: #0d1117; --card: #151b23; --line: #3d444d; --code: #262c36;
  --critical: #ff7eb6; --high: #ff7b72; --medium: #d29922; --low: #4493f8; --passed: #3fb950; --blocked: #f85149; --could-not-judge: #d29922; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 66rem; font: 15px/1.55 system-ui, sans-serif; color: var(--text); background: var(--page); }
h1 { font-size: 1.5rem; margin: 0; } h2 { font-size: 1.15rem; margin: 2.25rem 0 .75rem; } p { margin: .5rem 0; }
code, pre { font: .87em/1.5 ui-monospace, monospace; } code { unicode-bidi: isolate; background: var(--code); padding: .1em .35em; border-radius: .3em; overflow-wrap: anywhere; }
pre { background: var(--code); padding: .6rem .8rem; border-radius: .4rem; white-space: pre-wrap; overflow-wrap: anywhere; margin: .6rem 0; }
.soft { color: var(--soft); } small { font-size: .85em; }
.verdict { border: 1px solid var(--line); border-left: .4rem solid var(--tone); background: var(--card); border-radius: .5rem; padding: 1.1rem 1.4rem; }
.verdict h1 { color: var(--tone); } .verdict p { margin: .3rem 0 0; }
.passed { --tone: var(--passed); } .blocked { --tone: var(--blocked); } .could-not-judge { --tone: var(--could-not-judge); }
.critical { --tone: var(--critical); } .high { --tone: var(--high); } .medium { --tone: var(--medium); } .low { --tone: var(--low); }
.filter { display: flex; flex-wrap: wrap; gap: .5rem; margin: 0 0 .9rem; }
.filter label { border: 1px solid var(--line); border-radius: 2rem; padding: .15rem .8rem; background: var(--card); cursor: pointer; color: var(--tone, var(--text)); }
.filter label[class]:has(:not(:checked)) { opacity: .5; text-decoration: line-through; }
.filter input { accent-color: var(--tone); margin-right: .4rem; }
body:has(#show-critical:not(:checked)) .finding.critical, body:has(#show-high:not(:checked)) .finding.high,
body:has(#show-medium:not(:checked)) .finding.medium, body:has(#show-low:not(:checked)) .finding.low,
body:has(#only-blocking:checked) .finding:not(.blocks) { display: none; }
details.finding { border: 1px solid var(--line); border-left: .3rem solid var(--tone); background: var(--card); border-radius: .5rem; margin: .6rem 0; }
details.finding > summary { padding: .7rem 1rem; cursor: pointer; } details.finding > div { padding: 0 1rem .7rem; }
.badge { color: var(--tone); font-weight: 650; text-transform: uppercase; font-size: .78em; letter-spacing: .04em; margin-right: .35rem; }
.tag { border: 1px solid var(--line); border-radius: 2rem; padding: 0 .55rem; font-size: .8em; color: var(--soft); margin-left: .35rem; white-space: nowrap; }
.message { display: block; margin-top: .2rem; overflow-wrap: anywhere; }
.fix { border-left: .2rem solid var(--passed); padding-left: .8rem; overflow-wrap: anywhere; }
.scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: .5rem; background: var(--card); }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; vertical-align: top; padding: .5rem .9rem; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
thead th { border-top: 0; color: var(--soft); font-weight: 600; font-size: .88em; } td:first-child { white-space: nowrap; }
.yes { color: var(--passed); } .no { color: var(--high); } .unknown { color: var(--medium); } ul { padding-left: 1.3rem; } li { overflow-wrap: anywhere; }
@media print { body { max-width: none; background: none; } .filter { display: none; } }
`;
