/// The style of the page: light and dark by the reader's preference, black on white on paper.
enum ReportStyle {
    static let sheet: Markup = """

        :root { --paper: #ffffff; --panel: #f3f5f7; --ink: #17212b; --quiet: #566370; --line: #d5dbe1;
          --bar: #1c6d8c; --pale: #8fb6c6; --late: #b56a00; --bad: #b3261e; --badpanel: #fdecea; }
        @media (prefers-color-scheme: dark) {
          :root { --paper: #12171c; --panel: #1c242c; --ink: #e8edf2; --quiet: #a3b0bc; --line: #36424d;
            --bar: #5fb3d3; --pale: #3a6a7e; --late: #e0a04a; --bad: #ff8a80; --badpanel: #3a1f1d; } }
        * { box-sizing: border-box; }
        body { margin: 0 auto; padding: 2rem 1.25rem 3rem; max-width: 62rem; background: var(--paper);
          color: var(--ink); font: 1rem/1.5 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
        h1 { font-size: 2.1rem; line-height: 1.15; margin: 0; }
        h2 { font-size: 1.35rem; margin: 2.5rem 0 .8rem; padding-top: .9rem; border-top: 1px solid var(--line); }
        .kicker { margin: 0 0 .3rem; color: var(--quiet); font-weight: 600; letter-spacing: .02em; }
        .span { margin: .3rem 0 0; font-size: 1.1rem; color: var(--quiet); }
        .flag { display: inline-block; margin-left: .5rem; color: var(--late); }
        .cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(17rem, 1fr)); gap: .8rem; margin: 0; }
        .card { background: var(--panel); border-radius: .5rem; padding: .9rem 1rem; border-left: 4px solid var(--bar); }
        .card.urgent { background: var(--badpanel); border-left-color: var(--bad); }
        .card.urgent .big { color: var(--bad); }
        dt { color: var(--quiet); font-weight: 600; }
        dd { margin: 0; }
        .big { display: block; font-size: 2.2rem; line-height: 1.2; font-weight: 700;
          font-variant-numeric: tabular-nums; }
        .base, .change { display: block; color: var(--quiet); font-size: .9rem; }
        .change.clear { color: var(--ink); font-weight: 700; }
        .attention { padding: 0; list-style: none; }
        .attention li { padding: .5rem .8rem; margin: .4rem 0; border-left: 4px solid var(--late);
          background: var(--panel); }
        .attention .urgent { border-left-color: var(--bad); background: var(--badpanel); }
        .attention .figure { font-weight: 700; }
        .scroll { overflow-x: auto; margin: 1rem 0; }
        table { border-collapse: collapse; width: 100%; font-size: .95rem; }
        caption { text-align: left; font-weight: 600; padding-bottom: .4rem; }
        th, td { text-align: left; vertical-align: top; padding: .35rem .8rem .35rem 0;
          border-bottom: 1px solid var(--line); font-weight: 400; }
        thead th { color: var(--quiet); font-weight: 600; font-size: .9rem; }
        .n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
        .figures th[scope=row] { width: 38%; }
        .figures caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
        .figures .base, .figures .change { display: inline; }
        .figures .base + .change::before { content: "; "; }
        .nowrap { white-space: nowrap; }
        .id, code { font-family: ui-monospace, "Cascadia Mono", Menlo, monospace; font-size: .82rem;
          overflow-wrap: anywhere; }
        .note, figcaption { color: var(--quiet); font-size: .9rem; }
        figure { margin: 1rem 0; }
        svg { display: block; width: 100%; height: auto; }
        svg text { font-family: inherit; fill: var(--ink); font-size: 13px; }
        svg .value { font-weight: 700; font-variant-numeric: tabular-nums; }
        svg .quiet, svg .tick { fill: var(--quiet); font-weight: 400; }
        .bar { fill: var(--bar); } .bar.pale { fill: var(--pale); } .bar.late { fill: var(--late); }
        .bar.missing { fill: var(--bad); } .track { fill: var(--panel); }
        .axis { stroke: var(--line); } .promise { stroke: var(--ink); stroke-width: 2; stroke-dasharray: 5 4; }
        .beside { display: grid; grid-template-columns: minmax(16rem, 1fr) 2fr; gap: 2rem; align-items: start; }
        .small { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: 1rem 2rem; }
        .small figcaption { font-weight: 600; color: var(--ink); }
        footer { margin-top: 2.5rem; color: var(--quiet); font-size: .9rem; border-top: 1px solid var(--line); }
        @media (max-width: 48rem) { .beside { grid-template-columns: 1fr; } }
        @media print {
          :root { --paper: #fff; --panel: #fff; --ink: #000; --quiet: #444; --line: #bbb; --bar: #1c6d8c;
            --pale: #8fb6c6; --late: #b56a00; --bad: #b3261e; --badpanel: #fff; }
          body { max-width: none; padding: 0; font-size: 10pt; }
          .card { border: 1px solid #bbb; border-left-width: 4px; }
          .cards { grid-template-columns: repeat(3, 1fr); }
          .card, figure, tr, li { break-inside: avoid; }
          h2, caption { break-after: avoid; }
          .scroll { overflow: visible; }
          .bar, .track, .card { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
          .definitions { break-before: page; }
        }

        """
}
