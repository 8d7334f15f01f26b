"use strict";
// What of a map is seen, by the rules of viz/scene.py and viz/wanted.py; a test holds this to them.
const binckChoose = (() => {
  const DAY = 86400000, EPOCH = 719163; // days from the year 1 to 1970

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

  /**
   * For a map, a function from what is wanted to what is seen: `seen` marks, `lines` with the ties that make them,
   * how many `ties` each mark has, and which marks `fits` leaves before there is a limit. A guest is never one of those
   * that are seen, and takes nobody's place. Whom the map is about always fits.
   */
  const chooser = ({ nodes, edges, kinds, centre, most: limit }) => (want) => {
    const inside = ([first, last]) => (!want.last || !first || first <= want.last) && (!want.first || !last || last >= want.first);
    const period = want.first || want.last;
    const there = nodes.map((node) => node.id === centre || inside(node.days));
    const held = (edge) => edge.ties.filter((tie) => inside([tie[1], tie[2]]));
    const own = nodes.map((node) => period ? node.own : node.sectors);
    if (period) {
      for (const edge of edges) for (const tie of held(edge)) {
        if (tie.length > 3 && there[edge.from] && there[edge.to]) own[tie[3]] |= nodes[edge.from + edge.to - tie[3]].own;
      }
    }
    const fits = nodes.map((node, i) => node.id === centre || (there[i] && want.kinds.has(node.kind)
      && (!want.sectors || !kinds[node.kind].actor || (own[i] & want.sectors) !== 0)));
    const left = new Map();
    const ties = new Map(nodes.map((node) => [node.id, 0]));
    for (const edge of edges) {
      const found = fits[edge.from] && fits[edge.to] ? held(edge) : [];
      if (!found.length) continue;
      left.set(edge, found);
      for (const end of [edge.from, edge.to]) ties.set(end, ties.get(end) + found.length);
    }
    const order = nodes.filter((node) => !node.guest && fits[node.id]).sort((a, b) =>
      (b.id === centre) - (a.id === centre) || ties.get(b.id) - ties.get(a.id)
      || kinds[b.kind].actor - kinds[a.kind].actor || a.id - b.id);
    const seen = new Set(first(order, want.all ? nodes.length : limit).map((node) => node.id));
    const lines = new Map();
    for (const [edge, found] of left) {
      if (seen.has(edge.from) && seen.has(edge.to)) lines.set(edge.id, found);
    }
    return { fits, seen, lines, ties };

    /** Of too much the best tied, up to half of the places for people. */
    function first(all, most) {
      if (all.length <= most) return all;
      const people = all.filter((node) => node.id === centre || kinds[node.kind].personal).slice(0, Math.ceil(most / 2));
      const kept = new Set(people);
      return [...people, ...all.filter((node) => !kept.has(node)).slice(0, most - people.length)];
    }
  };

  return { day, chooser };
})();
