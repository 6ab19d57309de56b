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
    html { scroll-padding-block-start: 4.5rem; text-size-adjust: 100%; }
    body {
      margin: 0 auto; max-inline-size: 78rem; padding-inline: clamp(1rem, 4vw, 3rem); background: var(--paper);
      color: var(--ink); line-height: 1.7; overflow-wrap: anywhere;
      font-family: Charter, "Iowan Old Style", "Source Serif 4", "Noto Serif", Cambria, Georgia, serif;
    }
    :lang(ar) {
      font-family: "Noto Naskh Arabic", "Geeza Pro", Amiri, "Scheherazade New", "Sakkal Majalla",
        "Traditional Arabic", "Times New Roman", serif;
      line-height: 1.95;
    }
    :lang(en) {
      font-family: Charter, "Iowan Old Style", "Source Serif 4", "Noto Serif", Cambria, Georgia, serif;
      line-height: 1.7;
    }
    h1, h2, h3, h4 { line-height: 1.45; text-wrap: balance; }
    h2:lang(ar), .headline:lang(ar) { line-height: 1.7; }
    h2:lang(en), .headline:lang(en) { line-height: 1.4; }
    h1 { font-size: 1rem; font-weight: 600; color: var(--faint); margin-block: 2rem 1rem; }
    h2 { font-size: 1.4rem; margin-block: 3rem 1rem; }
    h3 { font-size: 1rem; margin-block: 0 .75rem; }
    h4 { font-size: 1rem; margin: 0; }
    p, ul, ol, dl, dd { margin: 0; }
    a { color: var(--link); text-underline-offset: .2em; }
    :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
    code, code:lang(ar), code:lang(en) {
      font-family: ui-monospace, "DejaVu Sans Mono", monospace; font-size: .8em; color: var(--faint);
    }
    footer { margin-block: 4rem 2rem; color: var(--faint); font-size: .85rem; }
    .skip { position: absolute; inset-inline-start: -200vw; }
    .skip:focus { position: static; }
    .faint, dt { color: var(--faint); }
    .pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); gap: 1rem 2.5rem; }
    .masthead h2 { margin-block: 0 .5rem; font-size: 1.5rem; }
    .letter { font-weight: 700; margin-inline-end: .6em; }
    .a .letter, .a.letter { color: var(--only-a); }
    .b .letter, .b.letter { color: var(--only-b); }
    .facts { font-size: .85rem; }
    .facts div, .details div { display: flex; gap: .6em; }
    .verdict { margin-block: 1.5rem .75rem; padding-block-start: 1rem; border-block-start: 1px solid var(--line); }
    .because { padding: 0; list-style: none; color: var(--faint); font-size: .9rem; }
    .bar {
      position: sticky; inset-block-start: 0; z-index: 1; background: var(--paper); margin-block-start: 1.5rem;
      border-block-end: 1px solid var(--line);
    }
    .bar ul { display: flex; gap: .2rem 1.4rem; padding: .35rem 0; list-style: none; overflow-x: auto; }
    .bar a { display: block; padding-block: .2rem; white-space: nowrap; text-decoration: none; font-size: .9rem; }
    .bar a:hover { text-decoration: underline; }
    .bar .conflict { color: var(--conflict); } .bar .shared { color: var(--shared); }
    .bar .only-a { color: var(--only-a); } .bar .only-b { color: var(--only-b); }
    .maps { margin-block: 1.5rem; }
    .map { margin: 0 0 .5rem; }
    .map figcaption, .legend { font-size: .85rem; color: var(--faint); }
    .map svg { display: block; inline-size: 100%; block-size: 1.5rem; }
    .map .ground { fill: var(--line); }
    .map .conflict { fill: var(--conflict); } .map .shared { fill: var(--shared); }
    .map .only-a { fill: var(--only-a); } .map .only-b { fill: var(--only-b); }
    .map a:hover rect, .map a:focus rect { fill: var(--ink); }
    .legend { display: flex; flex-wrap: wrap; gap: 0 1.4rem; padding: 0; list-style: none; }
    .legend li::before {
      content: ""; display: inline-block; inline-size: 1.2em; block-size: .4em; margin-inline-end: .4em;
      vertical-align: .15em; background: currentColor;
    }
    .legend .conflict { color: var(--conflict); } .legend .conflict::before { block-size: .9em; }
    .legend .shared { color: var(--shared); } .legend .shared::before { block-size: .65em; }
    .legend .only-a { color: var(--only-a); } .legend .only-b { color: var(--only-b); }

    """

  private static let cards = """
    .card {
      background: var(--card); border: 1px solid var(--line); border-inline-start: 4px solid var(--hue);
      border-radius: .4rem; padding: 1rem 1.25rem; margin-block-end: 1rem; list-style: none;
    }
    .card:target { outline: 2px solid var(--hue); }
    .card.conflict { --hue: var(--conflict); --tint: var(--conflict-tint); }
    .card.shared { --hue: var(--shared); --tint: var(--shared-tint); }
    .card.only-a { --hue: var(--only-a); --tint: var(--only-a-tint); }
    .card.only-b { --hue: var(--only-b); --tint: var(--only-b-tint); }
    .badge { background: var(--tint); color: var(--hue); border-radius: .3rem; padding: .15em .55em; font-weight: 600; }
    .alone { padding: 0; }
    .place + .place { margin-block-start: .75rem; padding-block-start: .75rem; border-block-start: 1px dashed var(--line); }
    .said { font-size: 1.06rem; max-inline-size: 70ch; }
    .says { font-size: .88rem; }
    .chain { list-style: none; padding-inline-start: .9rem; margin-inline-start: .2rem;
      border-inline-start: 1px solid var(--faint); }
    .differences { list-style: none; padding: 0; margin-block-start: 1rem; border-block-start: 1px solid var(--line); }
    .differences li { padding-block-start: .75rem; }
    .details { font-size: .95rem; }
    .value { color: var(--faint); }
    .sign { font-weight: 700; }
    .conflict .sign { color: var(--conflict); }
    mark { color: inherit; background: none; border-radius: .15em; padding-block: .1em; }
    mark.named { border-block-end: 1px solid var(--faint); }
    mark.diff { text-decoration: underline; text-decoration-thickness: 2px; text-underline-offset: .3em; }
    mark.diff.compatible { background: var(--tint); text-decoration-color: var(--hue); text-decoration-thickness: 1px; }
    mark.diff.conflict {
      background: var(--conflict-tint); text-decoration-color: var(--conflict); font-weight: 700;
    }
    mark.diff::before { content: "≈"; color: var(--faint); margin-inline: .15em; unicode-bidi: isolate; direction: ltr; }
    mark.diff.conflict::before { content: "≠"; color: var(--conflict); }

    """

  private static let texts = """
    .story { max-inline-size: 70ch; }
    .block { margin-block-end: 1em; }
    .block.headline { font-size: 1.3rem; font-weight: 700; line-height: 1.6; }
    .block.deck, .block.heading { font-weight: 600; }
    .block.byline, .block.dateline, .block.caption, .block.related, .block.boilerplate { font-size: .9rem; color: var(--faint); }
    .fact { box-decoration-break: clone; -webkit-box-decoration-break: clone; color: var(--ink); }
    mark.fact.conflict { background: var(--conflict-tint); border-block-end: 3px double var(--conflict); }
    mark.fact.shared { background: var(--shared-tint); border-block-end: 2px solid var(--shared); }
    mark.fact.only-a { background: var(--only-a-tint); border-block-end: 1px dashed var(--only-a); }
    mark.fact.only-b { background: var(--only-b-tint); border-block-end: 1px dashed var(--only-b); }
    mark.fact:target { outline: 2px solid var(--ink); }
    .ref {
      font: 600 .72rem/1.6 system-ui, sans-serif; display: inline-block; min-inline-size: 24px; min-block-size: 24px;
      padding: .1em .4em; margin-inline: .15em; text-align: center; text-decoration: none; unicode-bidi: isolate;
    }
    .ref:hover { text-decoration: underline; }
    .ref.conflict { color: var(--conflict); } .ref.shared { color: var(--shared); }
    .ref.only-a { color: var(--only-a); } .ref.only-b { color: var(--only-b); }
    .table { overflow-x: auto; }
    table { border-collapse: collapse; inline-size: 100%; font-size: .95rem; }
    th, td {
      text-align: start; vertical-align: top; padding-block: .35rem; padding-inline: 0 .75rem;
      border-block-end: 1px solid var(--line);
    }
    th { color: var(--faint); font-weight: 600; }
    td bdi { overflow-wrap: normal; }

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
      .card, .block, tr { break-inside: avoid; }
      h2, h3 { break-after: avoid; }
      mark, .badge, .map, .legend { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
    }
    @media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }

    """
}
