/// The style sheet of every page.
///
/// Light and dark, screen and print; sides and directions are logical; one hue for each state. The tests compute the
/// contrast of the colours (WCAG 2.2, 1.4.3 and 1.4.11). It holds no `<` and no `&`, which HTML and XML read differently.
enum PageStyle {
  static let sheet = colors + layout + cards + texts + print

  private static let colors = """
    :root {
      color-scheme: light dark;
      --paper: #faf8f4; --card: #ffffff; --ink: #1f1d1a; --faint: #5d574e; --line: #ddd7cb; --link: #174f86;
      --conflict: #a3195b; --conflict-tint: #fbe8f0; --shared: #1c6549; --shared-tint: #e3f1e9;
      --only-a: #1d5797; --only-a-tint: #e4eef8; --only-b: #7f4b00; --only-b-tint: #f8ecd8;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --paper: #15161a; --card: #1d1f24; --ink: #ebe7df; --faint: #b0aaa0; --line: #3a3d45; --link: #9cc6f5;
        --conflict: #ff94bb; --conflict-tint: #45192c; --shared: #84d3ae; --shared-tint: #173529;
        --only-a: #94c0f6; --only-a-tint: #18314f; --only-b: #f1ba6b; --only-b-tint: #402d0d;
      }
    }

    """

  private static let layout = """
    * { box-sizing: border-box; }
    html { scroll-padding-block-start: 4.5rem; text-size-adjust: 100%; -webkit-text-size-adjust: 100%; }
    body {
      margin: 0 auto; max-inline-size: 80rem; padding-inline: clamp(1rem, 4vw, 3rem); background: var(--paper);
      color: var(--ink); line-height: 1.7; overflow-wrap: anywhere;
      font-family: Charter, "Iowan Old Style", "Source Serif 4", "Noto Serif", Cambria, "Noto Naskh Arabic",
        "Geeza Pro", Amiri, "Scheherazade New", "Sakkal Majalla", "Traditional Arabic", "Times New Roman", serif;
    }
    :lang(ar) { line-height: 1.9; }
    :lang(en) { line-height: 1.7; }
    h1, h2, h3, h4 { line-height: 1.45; text-wrap: balance; }
    h2:lang(ar), .headline:lang(ar) { line-height: 1.65; }
    h2:lang(en), .headline:lang(en) { line-height: 1.35; }
    h1 { font-size: 1rem; font-weight: 600; color: var(--faint); margin-block: 2.5rem 1.25rem; }
    h2 { font-size: 1.4rem; margin-block: 3.5rem 1.25rem; }
    h3, h4 { font-size: 1rem; margin-block: 0 .75rem; }
    p, ul, ol, dl, dd { margin: 0; }
    a { color: var(--link); text-underline-offset: .2em; }
    :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
    code, code:lang(ar), code:lang(en), .origin dd, .facts .name {
      font-family: ui-monospace, "SF Mono", "DejaVu Sans Mono", Consolas, monospace;
    }
    code, code:lang(ar), code:lang(en) { font-size: .78rem; color: var(--faint); }
    .badge, .ref { font-family: system-ui, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif; }
    .sign { display: inline-block; font-weight: 700; unicode-bidi: isolate; }
    .sign, mark.diff::before { font-family: "Noto Sans Math", "Segoe UI Symbol", "DejaVu Sans", system-ui, sans-serif; }
    footer {
      margin-block: 5rem 2rem; padding-block-start: 1rem; border-block-start: 1px solid var(--line);
      color: var(--faint); font-size: .85rem;
    }
    .skip { position: absolute; inset-inline-start: -200vw; }
    .skip:focus { position: static; }
    .hidden { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
    .faint, dt { color: var(--faint); }
    .pair { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.25rem 3rem; }
    @media (width >= 48rem) { .pair { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); } }
    .a { --side: var(--only-a); --side-tint: var(--only-a-tint); }
    .b { --side: var(--only-b); --side-tint: var(--only-b-tint); }
    .letter {
      display: inline-block; min-inline-size: 1.75em; padding-inline: .4em; border-radius: .35em; text-align: center;
      font-size: .9rem; font-weight: 700; line-height: 1.75; color: var(--side); background: var(--side-tint);
    }
    .masthead h2 { display: flex; align-items: baseline; gap: .9rem; margin-block: 0 .6rem; font-size: 1.6rem; }
    .masthead .letter { font-size: 1.1rem; }
    .facts { display: flex; flex-wrap: wrap; gap: 0 1.4rem; font-size: .85rem; }
    .facts div { display: flex; gap: .5em; }
    .origin { margin-block-start: 2rem; padding-block-start: .6rem; border-block-start: 1px solid var(--line); }
    .origin dt { white-space: nowrap; }
    .origin dd { font-size: .78rem; }
    .verdict { margin-block-start: 2rem; padding-block: 1.5rem 0; border-block-start: 1px solid var(--line); }
    .verdict strong { font-size: 1.15rem; }
    .verdict .side { margin-block: .35rem 1rem; }
    .because { padding: 0; list-style: none; color: var(--faint); font-size: .92rem; }
    .numbers { display: flex; flex-wrap: wrap; gap: .75rem 2.5rem; align-content: start; }
    .numbers div { display: flex; flex-direction: column-reverse; justify-content: flex-end; max-inline-size: 11rem; }
    .numbers dt { font-size: .85rem; line-height: 1.5; }
    .numbers dd { font-size: 1.5rem; line-height: 1.4; font-variant-numeric: lining-nums; }
    .bar {
      position: sticky; inset-block-start: 0; z-index: 1; background: var(--paper); margin-block-start: 2rem;
      border-block-end: 1px solid var(--line);
    }
    .bar ul { display: flex; flex-wrap: wrap; gap: .3rem .4rem; padding: .5rem 0; list-style: none; }
    .bar a {
      --hue: var(--link); --tint: transparent; display: block; padding: .1rem .75rem; border-radius: 2rem;
      white-space: nowrap; text-decoration: none; font-size: .9rem; color: var(--hue); background: var(--tint);
    }
    .bar a:hover { text-decoration: underline; }
    .bar b { font-variant-numeric: lining-nums; margin-inline-start: .25em; }
    .conflict, .changed { --hue: var(--conflict); --tint: var(--conflict-tint); }
    .shared { --hue: var(--shared); --tint: var(--shared-tint); }
    .only-a { --hue: var(--only-a); --tint: var(--only-a-tint); }
    .only-b { --hue: var(--only-b); --tint: var(--only-b-tint); }
    .bar a.conflict, .bar a.changed { --hue: var(--conflict); --tint: var(--conflict-tint); }
    .bar a.shared { --hue: var(--shared); --tint: var(--shared-tint); }
    .bar a.only-a { --hue: var(--only-a); --tint: var(--only-a-tint); }
    .bar a.only-b { --hue: var(--only-b); --tint: var(--only-b-tint); }
    .maps { margin-block: 2rem; }
    .map { display: flex; align-items: center; gap: .9rem; margin: 0 0 .5rem; }
    .map svg { display: block; flex: 1; min-inline-size: 0; block-size: 1.6rem; }
    .map .ground { fill: var(--line); }
    .map rect[class^="only"], .map .conflict, .map .changed, .map .shared { fill: var(--hue); }
    .map a:hover rect, .map a:focus rect { fill: var(--ink); }
    .legend {
      display: flex; flex-wrap: wrap; gap: 0 1.6rem; padding: 0; margin-block-start: .75rem; list-style: none;
      font-size: .85rem;
    }
    .legend li { color: var(--hue); }
    .legend li::before {
      content: ""; display: inline-block; inline-size: 1.3em; block-size: .4em; margin-inline-end: .5em;
      vertical-align: .15em; background: currentColor;
    }
    .legend .conflict::before, .legend .changed::before { block-size: .95em; vertical-align: -.1em; }
    .legend .shared::before { block-size: .65em; vertical-align: .05em; }

    """

  private static let cards = """
    .card {
      background: var(--card); border: 1px solid var(--line); border-inline-start: 4px solid var(--hue);
      border-radius: .4rem; padding: 1.25rem 1.5rem; margin-block-end: 1.25rem; list-style: none;
    }
    .card:target { outline: 2px solid var(--hue); }
    .card h3 { display: flex; flex-wrap: wrap; align-items: baseline; gap: .2rem .75rem; margin-block-end: 1rem; }
    .score { margin-inline-start: auto; color: var(--faint); font-size: .85rem; font-weight: 400; }
    .badge {
      background: var(--tint); color: var(--hue); border-radius: .35em; padding: .1em .6em; font-size: .85rem;
      font-weight: 600; line-height: 1.75; white-space: nowrap;
    }
    h4 { margin-block-end: .35rem; }
    .alone { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1rem; padding: 0; }
    @media (width >= 48rem) { .alone { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); } }
    .alone .card { margin: 0; padding: 1rem 1.25rem; display: flex; gap: 1rem; }
    .alone .place { flex: 1; min-inline-size: 0; }
    .place + .place { margin-block-start: .9rem; padding-block-start: .9rem; border-block-start: 1px solid var(--line); }
    .said { font-size: 1.05rem; max-inline-size: 70ch; }
    .said:lang(ar), .story:lang(ar) { font-size: 1.14rem; }
    .says { display: flex; gap: .6em; margin-block-start: .25rem; font-size: .88rem; }
    .says > .faint, .facts dt, .details dt { flex: none; }
    .chain { list-style: none; padding: 0; min-inline-size: 0; }
    .chain .chain { padding-inline-start: 1.3em; }
    .chain .chain > li { position: relative; }
    .chain .chain > li::before {
      content: ""; position: absolute; inset-inline-start: -.9em; inset-block-start: 0; inline-size: .6em;
      block-size: .95em; border-inline-start: 1px solid var(--faint); border-block-end: 1px solid var(--faint);
    }
    .remarks { margin-block-start: .25rem; color: var(--faint); font-size: .88rem; }
    .differences { list-style: none; padding: 0; margin-block-start: 1.25rem; border-block-start: 1px solid var(--line); }
    .differences li { padding-block-start: 1rem; }
    .differences .compatible .sign { color: var(--shared); }
    .differences .conflict .sign, .differences .conflict strong { color: var(--conflict); }
    .details { gap: .35rem 3rem; margin-block-start: .35rem; }
    .details div { display: flex; gap: .6em; align-items: baseline; }
    .details .letter { font-size: .75rem; }
    @media (width >= 48rem) { .details .b { grid-column: 2; } }
    .details dd { min-inline-size: 0; }
    .value {
      border: 1px solid var(--line); border-radius: .3em; padding-inline: .4em; font-size: .85em; color: var(--faint);
    }
    mark { color: inherit; background: none; border-radius: .15em; padding-block: .1em; }
    mark.named { border-block-end: 1px solid var(--faint); }
    mark.diff { text-decoration: underline; text-decoration-thickness: 2px; text-underline-offset: .35em; }
    mark.diff.compatible {
      background: var(--shared-tint); text-decoration-color: var(--shared); text-decoration-thickness: 1px;
    }
    mark.diff.conflict {
      background: var(--conflict-tint); text-decoration-color: var(--conflict); font-weight: 700;
    }
    mark.diff::before {
      content: "≈"; color: var(--shared); margin-inline: .15em; unicode-bidi: isolate; direction: ltr;
      font-weight: 700; font-size: .8em;
    }
    mark.diff.conflict::before { content: "≠"; color: var(--conflict); }
    mark.diff.joined::before { content: none; }

    """

  private static let texts = """
    .text { min-inline-size: 0; }
    .story { max-inline-size: 70ch; }
    .block { margin-block-end: 1em; }
    .block.headline { font-size: 1.3rem; font-weight: 700; line-height: 1.6; }
    .block.deck, .block.heading { font-weight: 600; }
    .block.byline, .block.dateline, .block.caption, .block.related, .block.boilerplate {
      font-size: .9rem; color: var(--faint);
    }
    .fact { box-decoration-break: clone; -webkit-box-decoration-break: clone; color: var(--ink); }
    mark.fact { background: var(--tint); border-block-end: 1px dashed var(--hue); }
    mark.fact.conflict, mark.fact.changed { border-block-end: 3px double var(--hue); }
    mark.fact.shared { border-block-end: 2px solid var(--hue); }
    mark.fact:target { outline: 2px solid var(--ink); }
    .ref {
      font-size: .7rem; font-weight: 600; line-height: 1; padding: .45em .35em; text-decoration: none;
      white-space: nowrap; unicode-bidi: isolate; vertical-align: .25em;
    }
    .ref:hover { text-decoration: underline; }
    .ref.fact { color: var(--hue); }
    .entries { padding: 0; }
    .entry { --hue: var(--line); }
    .entry p { margin-block-end: .25rem; }
    .entry .faint, .counts { font-size: .88rem; }
    .counts { display: flex; flex-wrap: wrap; gap: 0 1.6rem; padding: 0; margin-block-start: .75rem; list-style: none; }
    .counts li { color: var(--hue); }
    .counts li:first-child { color: var(--ink); }
    .table { overflow-x: auto; }
    table { border-collapse: collapse; inline-size: 100%; font-size: .95rem; }
    th, td {
      text-align: start; vertical-align: top; padding-block: .35rem; padding-inline: 0 1.25rem; overflow-wrap: break-word;
      border-block-end: 1px solid var(--line);
    }
    th { color: var(--faint); font-weight: 600; }
    td .ref {
      display: inline-block; min-inline-size: 1.75rem; padding: 0 .2em; font-size: .8rem; line-height: 1.75rem;
      text-align: center; vertical-align: baseline;
    }

    """

  private static let print = """
    @media print {
      :root {
        color-scheme: light;
        --paper: #ffffff; --card: #ffffff; --ink: #000000; --faint: #4d4840; --line: #c9c2b4; --link: #000000;
        --conflict: #a3195b; --conflict-tint: #fbe8f0; --shared: #1c6549; --shared-tint: #e3f1e9;
        --only-a: #1d5797; --only-a-tint: #e4eef8; --only-b: #7f4b00; --only-b-tint: #f8ecd8;
      }
      body { max-inline-size: none; padding: 0; font-size: 10.5pt; }
      .bar, .skip { display: none; }
      .card, .block, tr, figure { break-inside: avoid; }
      h2, h3, h4 { break-after: avoid; }
      mark, .badge, .letter, .map, .legend { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
    }
    @media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }

    """
}
