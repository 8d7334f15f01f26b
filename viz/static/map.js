"use strict";
// The live map: chooses what is seen, draws marks and names, and shows what is known of one mark beside it.
// Everything it says comes from the list further down the page, which the server escaped; no text becomes HTML here.
(() => {
  const root = document.getElementById("map");
  if (!root || !window.vis) return;
  const data = JSON.parse(document.getElementById("map-data").textContent);
  const { nodes, edges, kinds, sectors, texts } = data;
  for (const node of nodes) Object.assign(node, { sectors: 0, own: 0, days: [0, 0], ...node });
  const at = (selector) => root.querySelector(selector);
  const stage = at(".map-stage"), details = at(".map-details"), hint = at(".map-hint");
  const form = at(".map-choices"), finder = at(".map-find"), said = at(".map-said");
  root.classList.add("live");

  // ---------------------------------------------------------------------------------------------------- words

  const number = new Intl.NumberFormat(data.lang === "en" ? "en-GB" : "nl-NL");
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, key) => values[key]);
  const counted = (n) => n === 0 ? `${data.lang === "en" ? "no" : "geen"} ${texts.ties}` : `${number.format(n)} ${n === 1 ? texts.tie : texts.ties}`;
  const say = (text) => { said.textContent = text; };
  const described = (node) => {
    const own = sectors.filter((_, i) => node.sectors >> i & 1).map((sector) => sector.label);
    return [node.name, kinds[node.kind].label, ...own].join(", ");
  };

  // ------------------------------------------------------------------------------------------------ what is seen

  const near = nodes.map(() => []); // for each mark its lines, as [other mark, line]
  for (const edge of edges) {
    near[edge.from].push([edge.to, edge]);
    near[edge.to].push([edge.from, edge]);
  }
  const arcs = data.proposals ? data.proposals.arcs.map(([from, to], i) => ({ id: `p${i}`, from, to })) : [];
  const usual = { all: false, first: 0, last: 0, kinds: new Set(kinds.flatMap((kind, i) => kind.usual ? [i] : [])), sectors: 0 };
  const choose = binckChoose.chooser(data);
  let now = null; // what was chosen last
  let proposing = false; // whether proposals are seen too

  /** Whether proposals are asked for, and are on the page. */
  const offered = () => new FormData(form).has("potential") && data.proposals !== null;

  /** What the form asks for; null when it cannot be understood. */
  function asked() {
    const given = new FormData(form), since = form.elements.since, until = form.elements.until;
    const first = binckChoose.day(since.value.trim(), false), last = binckChoose.day(until.value.trim(), true);
    since.setCustomValidity(first === null ? texts.not_a_date : "");
    until.setCustomValidity(last === null ? texts.not_a_date : first && last && first > last ? texts.turned_round : "");
    if (!form.reportValidity()) return null;
    const all = given.has("all"), named = given.getAll("kind");
    return {
      all, first, last,
      kinds: new Set(kinds.flatMap((kind, i) => (named.length ? named.includes(kind.name) : all || kind.usual) ? [i] : [])),
      sectors: sectors.reduce((bits, sector, i) => given.getAll("sector").includes(sector.name) ? bits | 1 << i : bits, 0),
    };
  }

  // ------------------------------------------------------------------------------------------------ the drawing

  const DASHES = [false, [6, 4], [1.5, 4]];
  const REACH = 14, EDGE = 10, BAR = 40, LEAST = 0.4, NARROW = 600;
  let colours = {}, scale = 1, stamp = 0, labelled = "", labels = [];
  let chosen = null, pointed = null, lit = null;
  const family = getComputedStyle(root).fontFamily;

  function look() {
    const style = getComputedStyle(root);
    for (const name of ["ink", "raised", "accent", "tie"]) colours[name] = style.getPropertyValue(`--${name}`).trim();
  }
  look();

  /** Marks grow less than the map does, so that they are neither specks nor blots. */
  const radius = (node) => node.size * Math.pow(scale, -0.5);

  const painter = binckMarks.painter(data);
  function figure({ ctx, id, x, y }) {
    const node = nodes[id], r = radius(node);
    return {
      drawNode() {
        const ring = node === chosen ? 3.5 : node === pointed ? 2 : 0;
        painter(ctx, node, { x, y, r, scale, colours, ring, faded: lit !== null && !lit.has(id) });
      },
      nodeDimensions: { width: 2 * r, height: 2 * r },
    };
  }

  /** Whether a proposal is drawn: between what is drawn. */
  const bent = ({ from, to }) => proposing && drawn(from) && drawn(to);
  /** What is seen, and for as long as it is chosen also a mark that otherwise is not, with its neighbours. */
  const drawn = (id) => there(id) || (lit !== null && lit.has(id));
  /** A guest is there for the sake of proposals, and as far as it is wanted; whether it is there changes nothing else. */
  const there = (id) => now.seen.has(id) || (proposing && Boolean(nodes[id].guest) && now.fits[id]);
  const markOf = (node) => ({ id: node.id, hidden: !drawn(node.id) });
  function ropeOf(edge) {
    const found = now.lines.get(edge.id) || (drawn(edge.from) && drawn(edge.to) ? edge.ties : null);
    if (!found) return { id: edge.id, hidden: true };
    const faded = lit && chosen && edge.from !== chosen.id && edge.to !== chosen.id;
    const color = { color: colours.tie, opacity: faded ? 0.1 : 1 };
    return { id: edge.id, hidden: false, dashes: DASHES[Math.min(...found.map((tie) => tie[0]))], width: lit && !faded ? 1.6 : 1, color };
  }

  now = choose(asked() || usual);
  proposing = offered();
  const marks = new vis.DataSet(nodes.map((node) => ({ x: node.x, y: node.y, shape: "custom", ctxRenderer: figure, ...markOf(node) })));
  const ropes = new vis.DataSet(edges.map((edge) => ({ from: edge.from, to: edge.to, ...ropeOf(edge) })));
  const network = new vis.Network(stage, { nodes: marks, edges: ropes }, {
    physics: false,
    layout: { improvedLayout: false },
    nodes: { fixed: true, chosen: false },
    edges: { smooth: false, width: 1, chosen: false, hoverWidth: 0, selectionWidth: 0, arrows: { to: false } },
    interaction: { dragNodes: false, hover: false, selectable: false, keyboard: { enabled: false, bindToWindow: false }, zoomSpeed: 0.6 },
  });
  // the stage itself is where the keyboard stops
  stage.firstElementChild.tabIndex = -1;

  function paint() {
    marks.update(nodes.map(markOf));
    ropes.update(edges.map(ropeOf));
    stamp += 1;
    network.redraw();
  }

  const bend = data.proposals ? binckArcs.painter(data.proposals) : null;
  network.on("beforeDrawing", (ctx) => {
    scale = network.getScale();
    for (const { from, to } of arcs.filter(bent)) {
      bend(ctx, nodes[from], nodes[to], { scale, faded: lit && chosen && from !== chosen.id && to !== chosen.id });
    }
  });
  network.on("afterDrawing", (ctx) => {
    const turn = ctx.getTransform(), ratio = turn.a / scale;
    ctx.save();
    ctx.setTransform(ratio, 0, 0, ratio, turn.e, turn.f);
    ctx.lineJoin = "round";
    ctx.lineWidth = 3.5;
    ctx.strokeStyle = colours.raised;
    ctx.fillStyle = colours.ink;
    for (const label of place(ctx)) {
      ctx.font = label.font;
      ctx.textAlign = label.align;
      for (const write of ["strokeText", "fillText"]) {
        label.lines.forEach((line, i) => ctx[write](line, label.x, label.y + i * label.high));
      }
    }
    ctx.restore();
    performance.mark("map-drawn");
  });

  /** Names in screen pixels: those with most ties first, none over another. Moving the map does not change them. */
  function place(ctx) {
    const key = `${scale} ${stamp}`;
    if (key === labelled) return labels;
    labelled = key;
    const first = (node) => node === chosen ? 3 : node === pointed ? 2 : lit && lit.has(node.id) ? 1 : 0;
    // what is faded has no name, and may be written over
    const those = nodes.filter((node) => drawn(node.id) && (!lit || lit.has(node.id) || node === pointed))
      .sort((a, b) => first(b) - first(a) || b.letters - a.letters || now.ties.get(b.id) - now.ties.get(a.id) || a.id - b.id);
    labels = binckLabels.place(those.map((node) => ({
      id: node.id, x: node.x * scale, y: node.y * scale, r: radius(node) * scale, lines: node.lines, letters: node.letters,
      font: `${node === chosen ? "600 " : ""}${node.letters}px ${family}`, bold: node.letters > smallest || first(node) > 1,
    })), (font, line) => measured(ctx, font, line));
    return labels;
  }
  const smallest = Math.min(...nodes.map((node) => node.letters)), widths = new Map();
  function measured(ctx, font, line) {
    const key = `${font}|${line}`;
    if (!widths.has(key)) {
      ctx.font = font;
      widths.set(key, ctx.measureText(line).width);
    }
    return widths.get(key);
  }

  // --------------------------------------------------------------------------------------------- moving the map

  /** All that is drawn in view, names included; or, on a small screen, only as much as can be read, around the busiest. */
  function fit(whole = false) {
    const there = nodes.filter((node) => drawn(node.id));
    if (!there.length) return;
    const wide = stage.clientWidth, high = stage.clientHeight, ctx = stage.querySelector("canvas").getContext("2d");
    let to = 1.6, middle = { x: 0, y: 0 };
    for (let round = 0; round < 4; round += 1) {
      scale = to;
      const boxes = [...place(ctx).map((label) => label.box), ...there.map((node) => {
        const [x, y, r] = [node.x * to, node.y * to, radius(node) * to];
        return [x - r, y - r, x + r, y + r];
      })];
      const [left, top] = [0, 1].map((side) => Math.min(...boxes.map((box) => box[side])));
      const [right, bottom] = [2, 3].map((side) => Math.max(...boxes.map((box) => box[side])));
      middle = { x: (left + right) / 2 / to, y: (top + bottom) / 2 / to };
      const change = Math.min((wide - 2 * EDGE) / (right - left), (high - 2 * EDGE - BAR) / (bottom - top), 1.6 / to);
      if (change >= 1 && change < 1.02) break;
      to *= change;
    }
    if (to < LEAST && wide < NARROW && !whole) {
      to = LEAST;
      middle = there.reduce((best, node) => now.ties.get(node.id) > now.ties.get(best.id) ? node : best);
    }
    network.moveTo({ position: { x: middle.x, y: middle.y - BAR / 2 / to }, scale: to });
  }
  const zoom = (factor) => network.moveTo({ scale: Math.min(Math.max(network.getScale() * factor, 0.05), 6) });
  const pan = (x, y) => {
    const view = network.getViewPosition(), step = 80 / network.getScale();
    network.moveTo({ position: { x: view.x + x * step, y: view.y + y * step } });
  };
  const show = (node) => {
    const spot = network.canvasToDOM(node), margin = 60;
    const out = spot.x < margin || spot.y < margin || spot.x > stage.clientWidth - margin || spot.y > stage.clientHeight - margin;
    if (out) network.moveTo({ position: { x: node.x, y: node.y } });
  };
  const moves = {
    larger: () => zoom(1.3), smaller: () => zoom(1 / 1.3), all: () => fit(true),
    left: () => pan(-1, 0), right: () => pan(1, 0), up: () => pan(0, -1), down: () => pan(0, 1),
  };
  at(".map-buttons").addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button) moves[button.dataset.do]();
  });

  // -------------------------------------------------------------------------------------- one mark and its ties

  /** The proposals that name a mark, as far as they are seen. */
  const proposalsOf = (id) => arcs.filter(({ from, to }) => proposing && (from === id ? there(to) : to === id && there(from)));

  const itemOf = (arc) => document.getElementById(arc.id); // of the list, which says why

  function neighbours(node) {
    const tied = near[node.id].filter(([other, edge]) => now.lines.has(edge.id) || !now.seen.has(node.id)).map(([other]) => other);
    const proposed = proposalsOf(node.id).map(({ from, to }) => from + to - node.id);
    return [...new Set([...tied, ...proposed])].map((other) => nodes[other])
      .sort((a, b) => Math.atan2(a.x - node.x, node.y - a.y) - Math.atan2(b.x - node.x, node.y - b.y));
  }

  let narrowed = false; // whether something else is seen than in the still picture
  function select(node, moving = true) {
    chosen = node;
    pointed = null;
    lit = node ? new Set([node.id, ...neighbours(node).map((other) => other.id)]) : null;
    root.classList.toggle("narrowed", Boolean(node) || narrowed);
    for (const row of root.querySelectorAll(".map-list tr.chosen")) row.classList.remove("chosen");
    details.hidden = !node;
    hint.hidden = Boolean(node);
    if (node) {
      const row = document.getElementById(`n${node.id}`);
      row.classList.add("chosen");
      binckDetails.show(details, row, proposalsOf(node.id).map(itemOf), { name: node.name, kind: described(node).slice(node.name.length + 2).replaceAll(", ", " · "), texts });
      details.querySelector(".close").addEventListener("click", () => { select(null); stage.focus(); });
      if (moving) show(node);
      const ties = node.guest ? texts.guest : counted(near[node.id].reduce((n, [, edge]) => n + edge.ties.length, 0));
      say(fill(texts.chosen, { name: described(node), ties }));
    } else say(fill(texts.cleared, { shown: at("#map-count").textContent }));
    paint();
  }

  root.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link) return;
    const inside = details.contains(link) && link.hash.startsWith("#n") && link.pathname === location.pathname;
    if (!inside && !link.classList.contains("to-map")) return;
    const node = nodes[inside ? Number(link.hash.slice(2)) : Number(link.dataset.n)];
    if (!node) return;
    if (inside) event.preventDefault();
    select(node);
    if (inside) details.focus({ preventScroll: true });
    else stage.focus({ preventScroll: true });
  });

  /** The mark nearest to a spot on the stage, if any is within reach. */
  function under(spot) {
    let best = null, least = Infinity;
    for (const node of nodes) {
      if (!drawn(node.id)) continue;
      const there = network.canvasToDOM(node);
      const far = Math.hypot(there.x - spot.x, there.y - spot.y) - radius(node) * scale;
      if (far < least) [best, least] = [node, far];
    }
    return least <= REACH ? best : null;
  }
  network.on("click", (event) => select(under(event.pointer.DOM), false));
  stage.addEventListener("mousemove", (event) => {
    const frame = stage.getBoundingClientRect();
    const node = event.buttons ? pointed : under({ x: event.clientX - frame.left - stage.clientLeft, y: event.clientY - frame.top - stage.clientTop });
    stage.classList.toggle("over", Boolean(node));
    if (node !== pointed) point(node);
  });
  stage.addEventListener("mouseleave", () => point(null));
  function point(node) {
    pointed = node;
    stamp += 1;
    network.redraw();
  }

  // ------------------------------------------------------------------------------------------------- by keyboard

  const KEYS = { "+": "larger", "=": "larger", "-": "smaller", "−": "smaller", "0": "all", Home: "all" };
  const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
  stage.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key in KEYS) moves[KEYS[event.key]]();
    else if (event.key in STEPS && event.shiftKey) moves[event.key.slice(5).toLowerCase()]();
    else if (event.key in STEPS) step(STEPS[event.key]);
    else if (event.key === "Enter" && (pointed || chosen)) select(pointed || chosen);
    else if (event.key === "Escape" && (pointed || chosen)) { if (pointed) point(null); else select(null); } else return;
    event.preventDefault();
  });
  details.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { select(null); stage.focus(); }
  });

  /** To the next neighbour of the chosen mark, clockwise; without one, through all marks, those with most ties first. */
  function step(by) {
    const round = chosen ? neighbours(chosen)
      : nodes.filter((node) => there(node.id)).sort((a, b) => now.ties.get(b.id) - now.ties.get(a.id) || a.id - b.id);
    if (!round.length) return;
    const from = round.indexOf(pointed), next = round[from < 0 ? (by > 0 ? 0 : round.length - 1) : (from + by + round.length) % round.length];
    point(next);
    show(next);
    const tie = chosen ? document.querySelector(`#n${chosen.id} li[data-n="${next.id}"] > span`) : null;
    const proposal = chosen ? proposalsOf(chosen.id).find(({ from, to }) => from + to - chosen.id === next.id) : null;
    const why = proposal ? `${texts.proposal}: ${[...itemOf(proposal).querySelectorAll("ul > li")].map((item) => item.textContent).join(". ")}` : "";
    const more = [tie && tie.textContent, why].filter(Boolean).map((text) => `. ${text}`).join("");
    say(fill(texts.neighbour, { place: round.indexOf(next) + 1, count: round.length, name: described(next) }) + more);
  }

  // ---------------------------------------------------------------------------------------- choosing and finding

  const ASKED = "#with-proposals";
  const boxes = [...form.querySelectorAll("[name=kind]")];
  const untouched = JSON.stringify([...new FormData(form)]);
  function apply() {
    const want = asked();
    if (!want) return;
    now = choose(want);
    proposing = offered();
    narrowed = JSON.stringify([...new FormData(form)]) !== untouched;
    const count = [...now.lines.values()].reduce((n, found) => n + found.length, 0);
    at("#map-count").textContent = fill(texts.shown, { drawn: number.format(now.seen.size), total: number.format(data.total), ties: counted(count) });
    if (form.hasAttribute("action")) {
      const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
      history.replaceState(null, "", `${location.pathname}?${query}${location.hash}`);
      if (query.has("potential") && !data.proposals) {
        // only a page that was asked for with them has them; the hash tells it where the keyboard was
        location.hash = ASKED;
        location.reload();
        return;
      }
    }
    shorten(want);
    propose();
    select(null);
    fit();
  }

  /** Say how many proposals are drawn, and list just those. */
  function propose() {
    if (!data.proposals) return;
    const shown = arcs.filter(({ from, to }) => there(from) && there(to));
    for (const arc of arcs) itemOf(arc).hidden = !shown.includes(arc);
    at("#map-proposed").textContent = fill(texts.proposals_shown, { n: number.format(shown.length) });
    for (const part of root.querySelectorAll(".map-proposals")) part.hidden = !proposing;
  }

  /** Leave out of the list what was not asked for; without any choice it has everything, drawn or not. */
  function shorten(want) {
    const narrow = want.first || want.last || want.sectors || boxes.some((box) => box.checked !== kinds.find((kind) => kind.name === box.value).usual);
    for (const table of root.querySelectorAll(".map-list table:not(.guests)")) {
      let out = 0;
      for (const row of table.tBodies[0].rows) {
        const id = Number(row.id.slice(1));
        row.hidden = Boolean(narrow) && !now.fits[id] && !now.seen.has(id);
        out += row.hidden;
      }
      const note = table.previousElementSibling;
      note.textContent = fill(texts.not_now, { n: number.format(out) });
      note.hidden = !out;
    }
  }
  form.addEventListener("change", apply);
  form.addEventListener("submit", (event) => { event.preventDefault(); apply(); });

  const names = new Map();
  for (const node of nodes) {
    let name = node.name;
    if (names.has(name)) name = `${node.name} (${kinds[node.kind].label})`;
    for (let i = 2; names.has(name); i += 1) name = `${node.name} (${kinds[node.kind].label} ${i})`;
    names.set(name, node);
  }
  at("#map-names").append(...[...names.keys()].map((name) => { const option = document.createElement("option"); option.value = name; return option; }));
  const bare = (name) => name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();
  function find(text) {
    const wanted = bare(text), all = [...names];
    const [, node] = all.find(([name]) => name === text) || all.find(([name]) => bare(name) === wanted)
      || all.find(([name]) => bare(name).startsWith(wanted)) || all.find(([name]) => bare(name).includes(wanted)) || [];
    if (!wanted) return;
    if (node) select(node);
    else say(fill(texts.not_found, { name: text }));
    finder.querySelector("input").setCustomValidity(node ? "" : fill(texts.not_found, { name: text }));
    finder.reportValidity();
  }
  finder.addEventListener("submit", (event) => { event.preventDefault(); find(finder.elements["map-name"].value); });
  finder.addEventListener("input", (event) => {
    event.target.setCustomValidity("");
    if (names.has(event.target.value)) select(names.get(event.target.value));
  });

  // ---------------------------------------------------------------------------------------------- light and paper

  const again = () => { look(); paint(); };
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", again);
  addEventListener("beforeprint", () => {
    Object.assign(colours, { ink: "#000", raised: "#fff", accent: "#000", tie: "#666" });
    paint();
  });
  addEventListener("afterprint", again);

  fit();
  if (location.hash === ASKED) {
    history.replaceState(null, "", location.pathname + location.search);
    form.elements.potential.focus({ preventScroll: true });
  }
  // the list comes after the picture, so that nobody waits for it
  function listed() {
    propose();
    // each row of the list gets a way back to the map, which only a script can follow
    for (const row of root.querySelectorAll(".map-list tr[id]")) {
      const link = document.createElement("a");
      link.className = "to-map";
      link.href = "#map";
      link.dataset.n = row.id.slice(1);
      link.textContent = texts.to_map;
      row.cells[0].append(link);
    }
    // a picture of somebody and her neighbours opens with her chosen; one of more would be faded by it
    if (data.centre !== null && neighbours(nodes[data.centre]).length === nodes.length - 1) select(nodes[data.centre]);
  }
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", listed);
  else listed();
  // for whoever scripts or tests the page: what is drawn where, in pixels of the stage
  window.binckMap = Object.freeze({
    network,
    seen: () => [...now.seen],
    lines: () => [...now.lines.keys()],
    proposals: () => arcs.filter(bent).map(({ from, to }) => [from, to]),
    spot: (id) => network.canvasToDOM(nodes[id]),
    labels: () => {
      const zero = network.canvasToDOM({ x: 0, y: 0 });
      return labels.map(({ id, box: [left, top, right, bottom] }) => ({ id, box: [left + zero.x, top + zero.y, right + zero.x, bottom + zero.y] }));
    },
  });
})();
