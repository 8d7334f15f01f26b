"use strict";
// The marks on a canvas, from the same shapes, colours and outlines as those of viz/svg.py.
const binckMarks = (() => {
  const FRAME = 24, RADIUS = 10; // every path is drawn in a frame of so many units
  const FADED = 0.14;

  /** For a map, a function that draws a mark with its middle at `x`, `y`, in a `ring` of so many pixels if any. */
  function painter({ kinds, sectors, other, proposals }) {
    const paths = kinds.map((kind) => new Path2D(kind.path));
    const dashes = kinds.map((kind) => kind.dash.split(" ").filter(Boolean).map(Number));
    return (ctx, node, { x, y, r, scale, colours, ring, faded }) => {
      const kind = kinds[node.kind];
      ctx.save();
      ctx.translate(x, y);
      if (ring) {
        ctx.beginPath();
        ctx.arc(0, 0, r + 5 / scale, 0, 2 * Math.PI);
        ctx.lineWidth = ring / scale;
        ctx.strokeStyle = colours.accent;
        ctx.stroke();
      }
      ctx.globalAlpha = faded ? FADED : 1;
      if (node.guest) binckArcs.ring(ctx, proposals, r, scale);
      ctx.scale(r / RADIUS, r / RADIUS);
      ctx.translate(-FRAME / 2, -FRAME / 2);
      ctx.fillStyle = kind.filled ? filling(ctx, sectors.filter((_, i) => node.sectors >> i & 1), other) : colours.raised;
      ctx.fill(paths[node.kind]);
      ctx.lineWidth = 1.5 * RADIUS / (r * scale);
      ctx.setLineDash(dashes[node.kind]);
      ctx.strokeStyle = kind.outline || colours.ink;
      ctx.stroke(paths[node.kind]);
      ctx.restore();
    };
  }

  /** The colour of a sector, several side by side, or that of who has none. */
  function filling(ctx, own, other) {
    if (own.length < 2) return own.length ? own[0].colour : other;
    const mixed = ctx.createLinearGradient(2, 0, FRAME - 2, 0);
    own.forEach((sector, i) => {
      mixed.addColorStop(i / own.length, sector.colour);
      mixed.addColorStop((i + 1) / own.length, sector.colour);
    });
    return mixed;
  }

  return { painter };
})();
