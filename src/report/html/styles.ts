/** How the page looks: calm, in the reader's own font and theme, from 320 pixels up, and on paper. */
export const STYLES = `
:root {
  color-scheme: light dark;
  --back: #f6f6f3; --card: #fff; --sunk: #f3f3ef; --line: #dcdcd5; --text: #1d1f22; --faint: #5b5f66; --link: #0b57a4;
  --error: #a81d15; --error-back: #fcebe9; --warning: #7a4b00; --warning-back: #fdf1d8; --note: #1c4f8c; --note-back: #e8f0fa;
  --good: #1a6334; --good-back: #e4f3e8; --mark: #ffe9a8; --mark-line: #fff7dc;
  --mono: ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --back: #131518; --card: #1b1e22; --sunk: #15181b; --line: #31363c; --text: #e4e5e7; --faint: #a3a8b0; --link: #8cc0ff;
    --error: #ffaca3; --error-back: #43191a; --warning: #f5c86e; --warning-back: #3a2b0d; --note: #a5cbf7; --note-back: #1a2c44;
    --good: #8fd6a5; --good-back: #153220; --mark: #5c4a12; --mark-line: #2b2718;
  }
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
html { scroll-padding-top: 4.5rem; -webkit-text-size-adjust: 100%; }
body {
  margin: 0; background: var(--back); color: var(--text); overflow-wrap: anywhere;
  font: 15px/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Liberation Sans', Arial, sans-serif;
}
main, footer { max-width: 74rem; margin: 0 auto; padding: 0 1.25rem; }
h1, h2, h3, h4, h5, p, ul, dl, dd, pre, fieldset { margin: 0; padding: 0; }
ul { list-style: none; }
code, pre, kbd { font-family: var(--mono); font-size: .875em; }
code { unicode-bidi: isolate; }
a { color: var(--link); text-underline-offset: .15em; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 3px; }
.skip { position: absolute; left: -999rem; padding: .5rem 1rem; background: var(--card); z-index: 3; }
.skip:focus { left: .5rem; top: .5rem; }
.off-screen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

.top { padding: 2.25rem 0 1.25rem; }
.what { color: var(--faint); font-size: .9rem; }
.what time { margin-left: .5rem; }
h1 { font-size: 1.9rem; line-height: 1.2; letter-spacing: -.015em; margin: .15rem 0 .4rem; }
.error h1 { color: var(--error); } .warning h1 { color: var(--warning); } .note h1 { color: var(--note); } .good h1 { color: var(--good); }
.sum { max-width: 52rem; color: var(--faint); }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(7rem, 1fr)); background: var(--card); border: 1px solid var(--line); border-radius: 8px; overflow: hidden; margin-bottom: 1.5rem; }
.tiles div { box-shadow: 1px 1px var(--line); padding: .6rem .9rem .55rem; }
.tiles dd { font-size: 1.35rem; font-weight: 600; line-height: 1.25; font-variant-numeric: tabular-nums; }
.tiles dt { color: var(--faint); font-size: .82rem; }
.tiles .zero dd { color: var(--faint); font-weight: 400; }
.tiles .error dd { color: var(--error); } .tiles .warning dd { color: var(--warning); } .tiles .note dd { color: var(--note); }

h2 { font-size: 1.1rem; line-height: 1.4; }
#findings { margin: 1.75rem 0 .3rem; }
.n { color: var(--faint); font-size: .85rem; white-space: nowrap; }
.fold { margin: 1.25rem 0; }
summary { cursor: pointer; }
.fold > summary { padding: .2rem 0; }
.fold > summary h2 { display: inline; }
.fold > summary .n { margin-left: .35rem; }
.about { color: var(--faint); margin: .1rem 0 .5rem; }
.pools, .reasons, .rules, .items { background: var(--card); border: 1px solid var(--line); border-radius: 8px; overflow: hidden; }
.pools { margin-top: .4rem; }
.pools li { display: grid; grid-template-columns: minmax(0, 4fr) minmax(0, 6fr) minmax(0, 4fr); gap: .1rem 1rem; padding: .45rem .9rem; }
.pools li + li, .reasons li + li, .rules div + div, .f + .f { border-top: 1px solid var(--line); }
.pool { color: var(--faint); font-size: .88rem; }
.pool span { display: inline-block; margin-right: .9rem; }
.came { color: var(--faint); font-size: .88rem; }
.came.error { color: var(--error); } .came.warning { color: var(--warning); } .came.note { color: var(--note); }
.reasons li { padding: .55rem .9rem; }
.reasons .settings code { display: inline-block; background: var(--sunk); border-radius: 4px; padding: 0 .35rem; margin: .2rem .2rem 0 0; }
#not-checked > summary h2 { color: var(--warning); }

.bar { position: sticky; top: 0; z-index: 2; display: flex; flex-wrap: wrap; align-items: center; gap: .5rem; padding: .6rem 0; background: var(--back); border-bottom: 1px solid var(--line); }
.bar input[type=search], .bar select, button { font: inherit; font-size: .9rem; color: inherit; background: var(--card); border: 1px solid var(--line); border-radius: 6px; min-height: 2.25rem; padding: .2rem .6rem; }
.bar select { max-width: 10rem; text-overflow: ellipsis; }
button { cursor: pointer; }
button:hover, .bar select:hover, .chip:hover { border-color: var(--faint); }
.find { position: relative; flex: 1 1 9rem; max-width: 20rem; }
.find input { width: 100%; }
.find kbd { position: absolute; right: .5rem; top: .45rem; color: var(--faint); border: 1px solid var(--line); border-radius: 4px; padding: 0 .35rem; font-size: .75rem; pointer-events: none; }
.find input:focus ~ kbd, .find input:not(:placeholder-shown) ~ kbd { display: none; }
fieldset { border: 0; display: flex; gap: .35rem; }
.chip { position: relative; display: inline-flex; align-items: center; gap: .35rem; min-height: 2.25rem; padding: 0 .7rem; border: 1px solid var(--line); border-radius: 6px; background: var(--card); font-size: .9rem; cursor: pointer; }
.chip input { position: absolute; opacity: 0; inset: 0; margin: 0; cursor: pointer; }
.chip:has(:checked) { border-color: currentColor; }
.chip.error { color: var(--error); } .chip.warning { color: var(--warning); } .chip.note { color: var(--note); }
.chip.error:has(:checked) { background: var(--error-back); } .chip.warning:has(:checked) { background: var(--warning-back); } .chip.note:has(:checked) { background: var(--note-back); }
.chip:has(:focus-visible) { outline: 2px solid var(--link); outline-offset: 2px; }
.end { display: flex; align-items: center; gap: .5rem; margin-left: auto; }
#count { color: var(--faint); font-size: .9rem; white-space: nowrap; font-variant-numeric: tabular-nums; }
#none { padding: 2rem 0; color: var(--faint); text-align: center; }

.group { margin: .9rem 0 1.5rem; }
.group header { display: flex; flex-wrap: wrap; align-items: baseline; gap: .1rem .9rem; padding: .3rem 0 .4rem; }
.group .n { margin-left: auto; }
h3 { font-size: .95rem; } h3 code { font-size: 1em; }
.many .f { content-visibility: auto; contain-intrinsic-size: auto 4rem; }
.f summary { display: grid; grid-template-columns: 5.5rem minmax(0, 1fr) auto; gap: .1rem .8rem; padding: .6rem .9rem; list-style: none; }
.f summary::-webkit-details-marker { display: none; }
.f summary:hover, .f details[open] > summary { background: var(--sunk); }
.f summary:focus-visible { outline-offset: -3px; border-radius: 8px; }
.sev { justify-self: start; align-self: start; grid-row: span 2; border-radius: 4px; padding: .05rem .5rem; font-size: .8rem; font-weight: 600; line-height: 1.45; }
.sev.error { color: var(--error); background: var(--error-back); } .sev.warning { color: var(--warning); background: var(--warning-back); } .sev.note { color: var(--note); background: var(--note-back); }
h4 { font-size: .95rem; font-weight: 500; line-height: 1.45; unicode-bidi: isolate; }
.status { color: var(--faint); font-size: .8rem; border: 1px solid var(--line); border-radius: 4px; padding: 0 .4rem; align-self: start; }
.at { grid-column: 2 / -1; color: var(--faint); font-size: .85rem; }
.at > * { margin-right: .75rem; }
.at code { color: var(--text); font-size: .95em; }

.body { padding: .2rem .9rem 1rem; background: var(--sunk); }
.sides { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: .75rem; }
.sides section { background: var(--card); border: 1px solid var(--line); border-radius: 6px; padding: .5rem .7rem; }
h5 { font-size: .75rem; font-weight: 600; letter-spacing: .04em; text-transform: uppercase; color: var(--faint); margin-bottom: .2rem; }
.want .v code { color: var(--good); background: var(--good-back); } .live .v code { color: var(--error); background: var(--error-back); }
.v code { padding: .05rem .3rem; margin-left: -.3rem; border-radius: 3px; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
.sides .v.off code, .sides .none { color: var(--faint); background: none; }
.both { color: var(--faint); font-size: .85rem; margin-top: .3rem; }
.src { white-space: pre-wrap; font-size: .82rem; line-height: 1.55; background: var(--card); border: 1px solid var(--line); border-radius: 6px; padding: .4rem 0; color: var(--faint); }
.sides .src { border-width: 1px 0 0; border-radius: 0; margin: .5rem -.7rem -.5rem; }
.src span { display: block; padding: 0 .7rem 0 3.4rem; text-indent: -2.7rem; }
.src b { display: inline-block; width: 2.2rem; text-indent: 0; text-align: right; font-weight: 400; user-select: none; }
.src .on { color: var(--text); background: var(--mark-line); }
.src mark { color: inherit; background: var(--mark); border-radius: 2px; }
.body dl { margin-top: .75rem; display: grid; gap: .3rem; }
.body dl:first-child { margin-top: .3rem; }
.body dl div { display: grid; grid-template-columns: 8rem minmax(0, 1fr); gap: 0 .8rem; }
.body dt { color: var(--faint); font-size: .88rem; }
.body dd { grid-column: 2; max-width: 46rem; }
.cmd { background: var(--card); border: 1px solid var(--line); border-radius: 4px; padding: .15rem .45rem; }
.copy { min-height: 0; padding: 0 .5rem; font-size: .8rem; }
.self { font-size: .85rem; margin-left: .75rem; color: var(--faint); }
.f:target > details > summary { box-shadow: inset 3px 0 var(--link); }
.rules div { padding: .6rem .9rem; }
.rules dt { font-weight: 600; }
.rules dd { max-width: 46rem; }
footer { padding-top: 1rem; padding-bottom: 3rem; color: var(--faint); font-size: .85rem; }
footer kbd { border: 1px solid var(--line); border-radius: 4px; padding: 0 .3rem; background: var(--card); }
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
@media (max-width: 44rem) {
  main, footer { padding: 0 .8rem; }
  html { scroll-padding-top: 1rem; }
  .top { padding: 1.25rem 0 1rem; }
  h1 { font-size: 1.5rem; }
  .tiles { grid-template-columns: repeat(auto-fit, minmax(5.2rem, 1fr)); }
  .tiles div { padding: .45rem .6rem; }
  .pools li { grid-template-columns: minmax(0, 1fr); }
  .bar { position: static; }
  .find { flex-basis: 100%; max-width: none; }
  .bar select { flex: 1 1 8rem; max-width: none; }
  .end { width: 100%; margin: 0; }
  .end output { margin-right: auto; }
  .f summary { grid-template-columns: minmax(0, 1fr) auto; padding: .6rem .7rem; }
  .group .n { margin-left: 0; }
  .sev { grid-row: auto; }
  .status { grid-row: 1; grid-column: 2; }
  h4, .at { grid-column: 1 / -1; }
  .sides { grid-template-columns: minmax(0, 1fr); }
  .body { padding: .2rem .7rem .8rem; }
  .body dl div { grid-template-columns: minmax(0, 1fr); }
  .body dd { grid-column: 1; }
  #keys { display: none; }
}
@media print {
  :root { --back: #fff; --sunk: #fff; --card: #fff; }
  body { font-size: 10pt; }
  .bar, .skip, .copy, .self, #keys { display: none !important; }
  details::details-content { content-visibility: visible; }
  .many .f { content-visibility: visible; }
  .f { break-inside: avoid; }
}
`;
