/** The style sheet of report.html: light and dark, on a phone and on paper. */
export const htmlStyle = `
:root { color-scheme: light dark;
  --page: #f8f7f4; --card: #fff; --text: #23272f; --soft: #5c6370; --line: #e4e1da; --code: #f1efe9; --link: #1d5a96; --fix: #1f7a4d;
  --critical: #a0134a; --high: #b23a17; --medium: #805600; --low: #2b5f9e; --passed: #1a6b40; --blocked: #a8231f; --could-not-judge: #805600; --watching: #805600; --lost: #5c6370; --tint: 9%; }
@media (prefers-color-scheme: dark) { :root {
  --page: #15171b; --card: #1c1f25; --text: #e4e6ea; --soft: #a3aab6; --line: #31353e; --code: #272b33; --link: #8ab8f0; --fix: #6cc494;
  --critical: #ff93b4; --high: #ff9e7d; --medium: #e2b657; --low: #8fbaf2; --passed: #76cf9c; --blocked: #ff8d87; --could-not-judge: #e2b657; --watching: #e2b657; --lost: #a3aab6; --tint: 14%; } }
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0 auto; padding: 1.5rem clamp(1rem, 4vw, 2.5rem) 3rem; max-width: 84rem; font: 16px/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif; color: var(--text); background: var(--page); font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
h1, h2, h3 { line-height: 1.25; font-weight: 650; letter-spacing: -.01em; margin: 0; }
h2 { font-size: 1.3rem; margin-bottom: .6rem; } h3 { font-size: 1.02rem; margin: 1.75rem 0 .3rem; } p { margin: .5rem 0; } ul, ol { margin: .5rem 0; padding-left: 1.25rem; }
a { color: var(--link); text-underline-offset: .15em; } small { font-size: .86em; }
code, pre { font: .86em/1.55 ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "Liberation Mono", monospace; }
code { unicode-bidi: isolate; background: var(--code); padding: .1em .38em; border-radius: .3em; }
pre { background: var(--code); padding: .75rem 1rem; border-radius: .5rem; white-space: pre-wrap; margin: .75rem 0; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: .3rem; } main:focus { outline: none; }
.soft { color: var(--soft); } .nowrap { white-space: nowrap; } .key { font-family: ui-monospace, "Liberation Mono", monospace; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: 1rem; top: -4rem; background: var(--card); padding: .5rem 1rem; border-radius: .5rem; z-index: 2; } .skip:focus { top: 1rem; }
.passed { --tone: var(--passed); } .blocked { --tone: var(--blocked); } .could-not-judge { --tone: var(--could-not-judge); } .watching { --tone: var(--watching); }
.critical { --tone: var(--critical); } .high { --tone: var(--high); } .medium { --tone: var(--medium); } .low { --tone: var(--low); } .lost { --tone: var(--lost); }

.verdict { background: linear-gradient(color-mix(in srgb, var(--tone) var(--tint), transparent), transparent 75%), var(--card); border: 1px solid var(--line); border-top: .3rem solid var(--tone); border-radius: .9rem; padding: 1.4rem clamp(1.1rem, 3vw, 2rem) 1.5rem; }
.brand { margin: 0 0 .5rem; color: var(--soft); font-size: .88rem; letter-spacing: .02em; }
h1 { font-size: clamp(1.6rem, 5vw, 2.1rem); display: flex; align-items: center; gap: .55rem; color: var(--tone); }
.mark { width: 1.15em; height: 1.15em; flex: none; fill: none; stroke: currentColor; stroke-width: 2.2; stroke-linecap: round; stroke-linejoin: round; }
.lead { font-size: 1.1rem; margin: .45rem 0 0; max-width: 60rem; }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr)); gap: .7rem 2rem; margin: 1.25rem 0 0; border-top: 1px solid var(--line); padding-top: 1rem; font-size: .92rem; }
.facts dt { color: var(--soft); font-size: .86rem; } .facts dd { margin: 0; }

.columns { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0 2.5rem; }
nav { margin: 1.1rem 0 0; font-size: .94rem; } nav ul { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: .15rem .35rem; }
nav a { display: inline-flex; gap: .6rem; justify-content: space-between; color: var(--text); text-decoration: none; padding: .3rem .7rem; border-radius: .5rem; } nav a:hover { background: var(--code); }
.count { color: var(--soft); font-weight: 400; font-size: .92em; }
section { margin: 2.25rem 0 0; }
@media (min-width: 70rem) { .columns { grid-template-columns: 13.5rem minmax(0, 1fr); } nav { position: sticky; top: 1.25rem; align-self: start; margin-top: 2.1rem; max-height: calc(100vh - 2.5rem); overflow: auto; } nav ul { display: block; } nav a { display: flex; } main > section:first-child { margin-top: 2.1rem; } }

.notice { border: 1px solid var(--line); border-left: .25rem solid var(--could-not-judge); background: var(--card); border-radius: .5rem; padding: .6rem 1rem; }
.resolve { display: flex; flex-wrap: wrap; gap: .3rem .7rem; align-items: baseline; margin: 0 0 1rem; } .resolve p { margin: 0; color: var(--soft); } .resolve ul { display: contents; list-style: none; }
.resolve li { display: inline; }
.cards { list-style: none; padding: 0; margin: 0; display: grid; gap: .6rem; } .cards li { background: var(--card); border: 1px solid var(--line); border-left: .25rem solid var(--could-not-judge); border-radius: .6rem; padding: .5rem 1.1rem; }
.toolbar { display: flex; flex-wrap: wrap; gap: .6rem 1.2rem; align-items: center; margin: 0 0 .9rem; font-size: .92rem; } .toolbar p { margin: 0; } .shown:empty { display: none; }
.boxes, .tools { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; } .tools[hidden] { display: none; }
.boxes label { display: inline-flex; align-items: center; gap: .4rem; border: 1px solid var(--line); border-radius: 2rem; padding: .2rem .8rem .2rem .6rem; background: var(--card); cursor: pointer; color: var(--tone, var(--text)); }
.boxes label[class]:has(:not(:checked)) { color: var(--soft); text-decoration: line-through; } .boxes input { accent-color: var(--tone); margin: 0; }
.boxes label:has(:focus-visible) { outline: 2px solid var(--link); outline-offset: 2px; }
.tools input, .tools select, .tools button { font: inherit; color: var(--text); background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: .25rem .65rem; min-height: 2.1rem; } .tools button { cursor: pointer; } .tools label { color: var(--soft); display: inline-flex; gap: .4rem; align-items: center; }
.search input { width: 17rem; max-width: 100%; } ::placeholder { color: var(--soft); opacity: 1; }
.toolbar:has(#show-critical:not(:checked)) ~ ol > .critical, .toolbar:has(#show-high:not(:checked)) ~ ol > .high, .toolbar:has(#show-medium:not(:checked)) ~ ol > .medium, .toolbar:has(#show-low:not(:checked)) ~ ol > .low, .toolbar:has(#only-blocking:checked) ~ ol > .finding:not(.blocks) { display: none; }
.findings { list-style: none; padding: 0; margin: 0; border: 1px solid var(--line); border-radius: .8rem; background: var(--card); overflow: clip; }
.finding { border-top: 1px solid var(--line); content-visibility: auto; contain-intrinsic-size: auto 5.3rem; } .findings > :first-child { border-top: 0; }
.finding:target { background: color-mix(in srgb, var(--tone) var(--tint), transparent); }
.finding summary { display: grid; grid-template-columns: 5.4rem minmax(0, 1fr) 1.1rem; gap: 0 .9rem; align-items: start; padding: .8rem 1.1rem; cursor: pointer; list-style: none; } .finding summary::-webkit-details-marker { display: none; }
.finding summary::after { content: ""; width: .5rem; height: .5rem; margin: .5rem .2rem 0 0; border: solid var(--soft); border-width: 0 2px 2px 0; rotate: 45deg; transition: rotate .15s; } .finding details[open] > summary::after { rotate: 225deg; translate: 0 .2rem; }
.finding summary:hover { background: color-mix(in srgb, var(--text) 3%, transparent); } .finding summary:focus-visible { outline-offset: -2px; }
.finding details[open] .message { font-weight: 600; }
.message { display: block; } .about { display: flex; flex-wrap: wrap; gap: .1rem .6rem; align-items: baseline; margin-top: .15rem; color: var(--soft); font-size: .88rem; } .about .place { background: none; padding: 0; }
.tag { color: var(--blocked); font-weight: 600; }
.badge { display: inline-block; min-width: 4.6rem; text-align: center; color: var(--tone); background: color-mix(in srgb, var(--tone) var(--tint), var(--card)); border-radius: 2rem; padding: 0 .6rem; font-size: .83rem; font-weight: 600; line-height: 1.65; white-space: nowrap; }
.finding summary .badge { margin-top: .1rem; }
.body { padding: 0 1.1rem 1rem calc(1.1rem + 5.4rem + .9rem); max-width: 62rem; } .body > :first-child { margin-top: 0; } .body ul { list-style: disc; } .body li { margin: .2rem 0; }
.fix { border-left: .2rem solid var(--fix); padding-left: .8rem; margin: .75rem 0; } .fix b { color: var(--fix); margin-right: .3em; }
.places { line-height: 2; } .meta { font-size: .86rem; }
.group { padding: .55rem 1.1rem; border-top: 1px solid var(--line); background: var(--code); font-weight: 600; font-size: .92rem; }

.scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: .8rem; background: var(--card); margin: .6rem 0; }
table { border-collapse: collapse; width: 100%; font-size: .94rem; } th, td { text-align: left; vertical-align: top; padding: .6rem 1rem; border-top: 1px solid var(--line); font-weight: 400; overflow-wrap: break-word; min-width: 6rem; } td:nth-of-type(1) { min-width: 13rem; } td:nth-of-type(3) { min-width: 12rem; } .key { word-break: break-all; }
thead th { border-top: 0; color: var(--soft); font-weight: 600; font-size: .88rem; white-space: nowrap; }
.state { color: var(--tone, var(--soft)); } .framework th[scope="row"] { min-width: 9rem; }
.matrix th, .matrix td { padding: .38rem .6rem; min-width: 0; vertical-align: middle; } .matrix thead th:first-child, .matrix th[scope="row"], .matrix .subject { padding-left: 1.1rem; } .matrix .subject { font-weight: 600; background: color-mix(in srgb, var(--code) 55%, transparent); } .matrix th[scope="row"] { min-width: 15rem; }
.matrix thead .verb { text-align: center; } .matrix .on { text-align: center; color: var(--tone); font-weight: 700; background: color-mix(in srgb, var(--tone) var(--tint), transparent); } .matrix .any { font-weight: 600; text-align: left; padding-left: 1rem; } .matrix td[class] { color: var(--tone); } .matrix td.soft { color: var(--soft); }
.graph { display: block; margin: .75rem auto; padding: 0 .75rem; width: 100%; max-width: 66rem; min-width: 56rem; height: auto; } .graph text { font: 14px system-ui, "Segoe UI", Roboto, "Liberation Sans", sans-serif; fill: var(--text); } .graph .head, .graph .kind { fill: var(--soft); font-size: 12.5px; }
.graph rect { fill: var(--card); stroke: var(--line); stroke-width: 1.5; } .graph .subject rect { fill: var(--code); } .graph .permission rect { stroke: var(--tone); fill: color-mix(in srgb, var(--tone) var(--tint), var(--card)); }
.edge { fill: none; stroke: var(--soft); stroke-width: 1.3; opacity: .6; } .edge.new { stroke: var(--blocked); stroke-width: 3.2; opacity: .85; }
.fold { margin: .5rem 0; } .fold > summary { cursor: pointer; padding: .25rem 0; } .fold li, .notes li { margin: .25rem 0; }
footer { margin-top: 3rem; color: var(--soft); font-size: .88rem; }
@media (max-width: 40rem) { body { font-size: 15.5px; padding-top: 1rem; } .finding summary { grid-template-columns: minmax(0, 1fr) 1.1rem; } .finding summary .badge { grid-column: 1; justify-self: start; margin-bottom: .3rem; } .finding summary .say { grid-column: 1; } .finding summary::after { grid-column: 2; grid-row: 1; } .body { padding-left: 1.1rem; } .tools, .search, .search input { width: 100%; } .matrix th[scope="row"] { min-width: 11rem; } }
@media (prefers-reduced-motion: reduce) { .finding summary::after { transition: none; } }
@media (forced-colors: active) { .badge, .matrix .on { border: 1px solid; } .graph rect, .edge { stroke: CanvasText; } }
@media print { body { max-width: none; padding: 0; background: none; font-size: 10.5pt; } nav, .toolbar, .skip, .finding summary::after { display: none; } .columns { display: block; } .finding { content-visibility: visible; break-inside: avoid; } .scroll { overflow: visible; } .graph { min-width: 0; } details::details-content { content-visibility: visible; height: auto; } h2 { break-after: avoid; } }
`;
