"use strict";
// Names beside marks, none over another, by the rules of viz/labels.py; here with the letters as they really are.
const binckLabels = (() => {
  const LEADING = 1.15, BETWEEN = 3;

  /**
   * Labels for as many marks as can be, the first first. A mark has `x`, `y` and `r` in pixels, its `lines`, the height
   * of its `letters` and its `font`; one that is `bold` enough may cover another mark. `measure` says how wide a line is.
   */
  function place(marks, measure) {
    const labels = [], names = new Grid(64), blobs = new Grid(64);
    marks.forEach(({ x, y, r }, i) => blobs.add([x - r, y - r, x + r, y + r], i));
    marks.forEach((mark, i) => {
      const free = choices(mark, measure).filter((label) => !names.meets(label.box));
      const best = free.find((label) => !blobs.meets(label.box, i)) || (mark.bold ? free[0] : undefined);
      if (!best) return;
      names.add(best.box, i);
      labels.push(best);
    });
    return labels;
  }

  /** Below, right, left and above a mark. */
  function choices({ id, x, y, r, lines, letters, font }, measure) {
    const wide = Math.max(...lines.map((line) => measure(font, line)));
    const high = letters * LEADING, tall = high * lines.length, away = r + BETWEEN;
    return [
      ["center", x, x - wide / 2, y + away], ["left", x + away, x + away, y - tall / 2],
      ["right", x - away, x - away - wide, y - tall / 2], ["center", x, x - wide / 2, y - away - tall],
    ].map(([align, start, left, top]) => (
      { id, lines, font, align, high, x: start, y: top + letters * 0.92, box: [left, top, left + wide, top + tall] }
    ));
  }

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

  return { place };
})();
