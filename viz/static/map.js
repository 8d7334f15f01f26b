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

  // --------------------------------------------------------------------------- what is seen, as viz/scene.py has it

  const NOTHING = { all: false, first: 0, last: 0, kinds: new Set(kinds.flatMap((kind, i) => kind.usual ? [i] : [])), sectors: 0 };
  const DAY = 86400000, EPOCH = 719163; // days from the year 1 to 1970
  const near = nodes.map(() => []); // for each mark its lines, as [other mark, line]
  for (const edge of edges) {
    near[edge.from].push([edge.to, edge]);
    near[edge.to].push([edge.from, edge]);
  }
  let seen = new Set(), lines = new Map(), ties = new Map(); // marks; lines with the certainty drawn; ties of each mark

  /** The outermost day of a date at its precision, 0 for none; null for what is no date. */
  function day(text, last) {
    if (!text) return 0;
    const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text);
    if (!match) return null;
    const [year, month, date] = match.slice(1).map((part) => part === undefined ? 0 : Number(part));
    const utc = new Date(0);
    if (last && !date) utc.setUTCFullYear(month ? year : year + 1, month || 0, 0);
    else utc.setUTCFullYear(year, (month || 1) - 1, date || 1);
    const right = utc.getUTCFullYear() === year && (!month || utc.getUTCMonth() === month - 1) && (!date || utc.getUTCDate() === date);
    return right && match[2] !== "00" && match[3] !== "00" ? utc.getTime() / DAY + EPOCH : null;
  }

  /** What the form asks for; null when it cannot be understood. */
  function asked() {
    const given = new FormData(form), since = form.elements.since, until = form.elements.until;
    const first = day(since.value.trim(), false), last = day(until.value.trim(), true);
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

  function choose(want) {
    const inside = ([first, last]) => (!want.last || !first || first <= want.last) && (!want.first || !last || last >= want.first);
    const period = want.first || want.last;
    const there = nodes.map((node) => inside(node.days));
    const held = (edge) => edge.ties.filter((tie) => inside([tie[1], tie[2]]));
    const own = nodes.map((node) => period ? node.own : node.sectors);
    if (period) {
      for (const edge of edges) for (const tie of held(edge)) {
        if (tie.length > 3 && there[edge.from] && there[edge.to]) own[tie[3]] |= nodes[edge.from + edge.to - tie[3]].own;
      }
    }
    const fits = nodes.map((node, i) => there[i] && want.kinds.has(node.kind)
      && (!want.sectors || !kinds[node.kind].actor || (own[i] & want.sectors) !== 0));
    const left = new Map();
    ties = new Map(nodes.map((node) => [node.id, 0]));
    for (const edge of edges) {
      const found = fits[edge.from] && fits[edge.to] ? held(edge) : [];
      if (!found.length) continue;
      left.set(edge, found);
      for (const end of [edge.from, edge.to]) ties.set(end, ties.get(end) + found.length);
    }
    const order = nodes.filter((node) => fits[node.id] || node.id === data.centre).sort((a, b) =>
      (b.id === data.centre) - (a.id === data.centre) || ties.get(b.id) - ties.get(a.id)
      || kinds[b.kind].actor - kinds[a.kind].actor || a.id - b.id);
    const most = want.all ? nodes.length : data.most;
    if (order.length <= most) seen = new Set(order.map((node) => node.id));
    else {
      const people = order.filter((node) => node.id === data.centre || kinds[node.kind].personal).slice(0, Math.ceil(most / 2));
      const first = new Set(people);
      seen = new Set([...people, ...order.filter((node) => !first.has(node)).slice(0, most - people.length)].map((node) => node.id));
    }
    lines = new Map();
    for (const [edge, found] of left) {
      if (seen.has(edge.from) && seen.has(edge.to)) lines.set(edge.id, found);
    }
    return fits;
  }

  // ------------------------------------------------------------------------------------------------ the drawing

  const paths = kinds.map((kind) => new Path2D(kind.path));
  const DASHES = [false, [6, 4], [1.5, 4]];
  const LEADING = 1.15, BETWEEN = 3, REACH = 14, EDGE = 10, BAR = 40, LEAST = 0.4;
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

  function filling(ctx, node) {
    const kind = kinds[node.kind];
    if (!kind.filled) return colours.raised;
    const own = sectors.filter((_, i) => node.sectors >> i & 1);
    if (own.length < 2) return own.length ? own[0].colour : "#9AA3AD";
    const mixed = ctx.createLinearGradient(2, 0, 22, 0);
    own.forEach((sector, i) => {
      mixed.addColorStop(i / own.length, sector.colour);
      mixed.addColorStop((i + 1) / own.length, sector.colour);
    });
    return mixed;
  }

  function figure({ ctx, id, x, y }) {
    const node = nodes[id], kind = kinds[node.kind], r = radius(node);
    return {
      drawNode() {
        ctx.save();
        ctx.translate(x, y);
        if (node === chosen || node === pointed) {
          ctx.beginPath();
          ctx.arc(0, 0, r + 5 / scale, 0, 2 * Math.PI);
          ctx.lineWidth = (node === chosen ? 3.5 : 2) / scale;
          ctx.strokeStyle = colours.accent;
          ctx.stroke();
        }
        ctx.globalAlpha = lit && !lit.has(id) ? 0.14 : 1;
        ctx.scale(r / 10, r / 10);
        ctx.translate(-12, -12);
        ctx.fillStyle = filling(ctx, node);
        ctx.fill(paths[node.kind]);
        ctx.lineWidth = 15 / (r * scale);
        ctx.setLineDash(kind.dash ? kind.dash.split(" ").map(Number) : []);
        ctx.strokeStyle = kind.outline || colours.ink;
        ctx.stroke(paths[node.kind]);
        ctx.restore();
      },
      nodeDimensions: { width: 2 * r, height: 2 * r },
    };
  }

  /** What is seen, and for as long as it is chosen also a mark that otherwise is not, with its neighbours. */
  const drawn = (id) => seen.has(id) || (lit !== null && lit.has(id));
  const markOf = (node) => ({ id: node.id, hidden: !drawn(node.id) });
  function ropeOf(edge) {
    const found = lines.get(edge.id) || (drawn(edge.from) && drawn(edge.to) ? edge.ties : null);
    if (!found) return { id: edge.id, hidden: true };
    const faded = lit && chosen && edge.from !== chosen.id && edge.to !== chosen.id;
    const color = { color: colours.tie, opacity: faded ? 0.1 : 1 };
    return { id: edge.id, hidden: false, dashes: DASHES[Math.min(...found.map((tie) => tie[0]))], width: lit && !faded ? 1.6 : 1, color };
  }

  choose(asked() || NOTHING);
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

  network.on("beforeDrawing", () => { scale = network.getScale(); });
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
    labels = [];
    const first = (node) => node === chosen ? 3 : node === pointed ? 2 : lit && lit.has(node.id) ? 1 : 0;
    const those = nodes.filter((node) => drawn(node.id) && (!lit || lit.has(node.id) || node === pointed))
      .sort((a, b) => first(b) - first(a) || b.letters - a.letters || ties.get(b.id) - ties.get(a.id) || a.id - b.id);
    const spots = those.map((node) => [node.x * scale, node.y * scale, radius(node) * scale]);
    const grid = new Grid(64), blobs = new Grid(64);
    // what is faded may be written over
    spots.forEach(([x, y, r], i) => blobs.add([x - r, y - r, x + r, y + r], i));
    those.forEach((node, i) => {
      const [x, y, r] = spots[i], high = node.letters * LEADING, away = r + BETWEEN;
      const font = `${node === chosen ? "600 " : ""}${node.letters}px ${family}`;
      const wide = Math.max(...node.lines.map((line) => measured(ctx, font, line))), tall = high * node.lines.length;
      const choices = [
        ["center", x, x - wide / 2, y + away], ["left", x + away, x + away, y - tall / 2],
        ["right", x - away, x - away - wide, y - tall / 2], ["center", x, x - wide / 2, y - away - tall],
      ].map(([align, start, left, top]) => ({
        id: node.id, lines: node.lines, font, align, high, x: start, y: top + node.letters * 0.92, box: [left, top, left + wide, top + tall],
      }));
      const free = choices.filter((label) => !grid.meets(label.box));
      const best = free.find((label) => !blobs.meets(label.box, i))
        || (node.letters > nodes.smallest || first(node) > 1 ? free[0] : undefined);
      if (!best) return;
      grid.add(best.box, i);
      labels.push(best);
    });
    return labels;
  }
  const widths = new Map();
  function measured(ctx, font, line) {
    const key = `${font}|${line}`;
    if (!widths.has(key)) {
      ctx.font = font;
      widths.set(key, ctx.measureText(line).width);
    }
    return widths.get(key);
  }
  nodes.smallest = Math.min(...nodes.map((node) => node.letters));

  /** Boxes by the squares that they touch, so that only near ones are compared. */
  class Grid {
    constructor(size) { this.size = size; this.cells = new Map(); }
    *around([left, top, right, bottom]) {
      for (let i = Math.floor(left / this.size); i <= Math.floor(right / this.size); i += 1) {
        for (let j = Math.floor(top / this.size); j <= Math.floor(bottom / this.size); j += 1) yield `${i} ${j}`;
      }
    }
    add(box, of) {
      for (const cell of this.around(box)) this.cells.set(cell, [...(this.cells.get(cell) || []), [box, of]]);
    }
    meets(box, but) {
      for (const cell of this.around(box)) for (const [other, of] of this.cells.get(cell) || []) {
        if (of !== but && box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3]) return true;
      }
      return false;
    }
  }

  // --------------------------------------------------------------------------------------------- moving the map

  /** All that is drawn in view, names included; on a small screen only as much as can be read, around the busiest. */
  function fit() {
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
    if (to < LEAST) {
      to = LEAST;
      middle = there.reduce((best, node) => ties.get(node.id) > ties.get(best.id) ? node : best);
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
    larger: () => zoom(1.3), smaller: () => zoom(1 / 1.3), all: fit,
    left: () => pan(-1, 0), right: () => pan(1, 0), up: () => pan(0, -1), down: () => pan(0, 1),
  };
  at(".map-buttons").addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button) moves[button.dataset.do]();
  });

  // -------------------------------------------------------------------------------------- one mark and its ties

  function neighbours(node) {
    return near[node.id].filter(([other, edge]) => lines.has(edge.id) || !seen.has(node.id)).map(([other]) => nodes[other])
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
      tell(node, row);
      if (moving) show(node);
      say(fill(texts.chosen, { name: described(node), ties: counted(near[node.id].reduce((n, [, edge]) => n + edge.ties.length, 0)) }));
    } else say(fill(texts.cleared, { shown: at("#map-count").textContent }));
    paint();
  }

  /** Fill the panel from the row of the list, which says the same to whoever reads on. */
  function tell(node, row) {
    const made = (tag, text, name) => {
      const element = document.createElement(tag);
      if (text) element.textContent = text;
      if (name) element.className = name;
      return element;
    };
    const close = made("button", "×", "close");
    close.type = "button";
    close.setAttribute("aria-label", texts.close);
    close.addEventListener("click", () => { select(null); stage.focus(); });
    const title = made("h2"), name = made("bdi", node.name);
    title.append(name);
    const when = row.querySelector(".when");
    const kind = made("p", [...described(node).slice(node.name.length + 2).split(", "), ...(when ? [when.textContent] : [])].join(" · "), "kind");
    const list = row.querySelector("td > ul");
    const ties = list ? list.cloneNode(true) : made("p", texts.no_ties);
    for (const item of list ? ties.children : []) {
      const from = item.querySelector(":scope > .proof");
      if (from) from.replaceWith(document.getElementById(from.hash.slice(1)).querySelector("details").cloneNode(true));
    }
    for (const element of ties.querySelectorAll("[id]")) element.removeAttribute("id");
    details.replaceChildren(close, title, kind);
    const page = row.querySelector("th > a:not(.to-map)");
    if (page) {
      const link = made("a", fill(texts.more_of, { name: node.name })), line = made("p");
      link.href = page.href;
      line.append(link);
      details.append(line);
    }
    details.append(ties);
    details.scrollTop = 0;
    details.parentElement.scrollTop = 0;
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
      : nodes.filter((node) => seen.has(node.id)).sort((a, b) => ties.get(b.id) - ties.get(a.id) || a.id - b.id);
    if (!round.length) return;
    const now = round.indexOf(pointed), next = round[now < 0 ? (by > 0 ? 0 : round.length - 1) : (now + by + round.length) % round.length];
    point(next);
    show(next);
    const tie = chosen ? document.querySelector(`#n${chosen.id} li[data-n="${next.id}"] > span`) : null;
    say(fill(texts.neighbour, { place: round.indexOf(next) + 1, count: round.length, name: described(next) }) + (tie ? `. ${tie.textContent}` : ""));
  }

  // ---------------------------------------------------------------------------------------- choosing and finding

  const boxes = [...form.querySelectorAll("[name=kind]")];
  const untouched = JSON.stringify([...new FormData(form)]);
  function apply() {
    const want = asked();
    if (!want) return;
    const fits = choose(want);
    narrowed = JSON.stringify([...new FormData(form)]) !== untouched;
    const count = [...lines.values()].reduce((n, found) => n + found.length, 0);
    at("#map-count").textContent = fill(texts.shown, { drawn: number.format(seen.size), total: number.format(data.total), ties: counted(count) });
    if (form.hasAttribute("action")) {
      const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
      history.replaceState(null, "", `${location.pathname}?${query}${location.hash}`);
    }
    shorten(want, fits);
    select(null);
    fit();
  }

  /** Leave out of the list what was not asked for; without any choice it has everything, drawn or not. */
  function shorten(want, fits) {
    const narrow = want.first || want.last || want.sectors || boxes.some((box) => box.checked !== kinds.find((kind) => kind.name === box.value).usual);
    for (const table of root.querySelectorAll(".map-list table")) {
      let out = 0;
      for (const row of table.tBodies[0].rows) {
        const id = Number(row.id.slice(1));
        row.hidden = Boolean(narrow) && !fits[id] && !seen.has(id);
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
  // the list comes after the picture, so that nobody waits for it
  function listed() {
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
    seen: () => [...seen],
    lines: () => [...lines.keys()],
    spot: (id) => network.canvasToDOM(nodes[id]),
    labels: () => {
      const zero = network.canvasToDOM({ x: 0, y: 0 });
      return labels.map(({ id, box: [left, top, right, bottom] }) => ({ id, box: [left + zero.x, top + zero.y, right + zero.x, bottom + zero.y] }));
    },
  });
})();
