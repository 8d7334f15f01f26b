"use strict";
// Potential ties on a canvas, bowed and dashed as those of viz/arcs.py. They are no edges of vis-network: nothing counts them.
const binckArcs = (() => {
  const FADED = 0.1;

  /** For a map, a function that draws one between two spots; widths and dashes are in pixels however large the map is. */
  const painter = ({ colour, dash, width, bow }) => (ctx, from, to, { scale, faded }) => {
    ctx.save();
    ctx.globalAlpha = faded ? FADED : 1;
    ctx.strokeStyle = colour;
    ctx.lineWidth = width / scale;
    ctx.setLineDash(dash.map((length) => length / scale));
    ctx.beginPath();
    ctx.moveTo(from.x, from.y);
    ctx.quadraticCurveTo((from.x + to.x) / 2 - (to.y - from.y) * bow, (from.y + to.y) / 2 + (to.x - from.x) * bow, to.x, to.y);
    ctx.stroke();
    ctx.restore();
  };

  /** The ring around a guest at the middle of the drawing. */
  function ring(ctx, { colour, ring: dash, away }, r, scale) {
    ctx.beginPath();
    ctx.arc(0, 0, r + away / scale, 0, 2 * Math.PI);
    ctx.lineWidth = 1.5 / scale;
    ctx.setLineDash(dash.map((length) => length / scale));
    ctx.strokeStyle = colour;
    ctx.stroke();
  }

  return { painter, ring };
})();
