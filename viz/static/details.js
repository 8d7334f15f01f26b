"use strict";
// What is known of one mark, beside the map: copied from its row of the list, which says the same to whoever reads on,
// and below its ties, apart from them, the proposals that name it.
const binckDetails = (() => {
  function show(panel, row, proposals, { name, kind, texts }) {
    const close = made("button", "×", "close");
    close.type = "button";
    close.setAttribute("aria-label", texts.close);
    const title = made("h2");
    title.append(made("bdi", name));
    const when = row.querySelector(".when");
    panel.replaceChildren(close, title, made("p", when ? `${kind} · ${when.textContent}` : kind, "kind"));
    const page = row.querySelector("th > a:not(.to-map)");
    if (page) {
      const line = made("p"), link = made("a", texts.more_of.replace("{name}", () => name));
      link.href = page.href;
      line.append(link);
      panel.append(line);
    }
    const ties = row.querySelector("td > ul");
    panel.append(ties ? copied(ties) : made("p", row.cells[2].textContent));
    if (proposals.length) {
      const list = made("ul", "", "proposals");
      list.append(...proposals.map((item) => item.cloneNode(true)));
      for (const item of list.children) item.removeAttribute("id");
      panel.append(made("h3", texts.no_tie), list);
    }
    panel.parentElement.scrollTop = 0;
  }

  /** The ties of a row, each with where it stands, which the list says at one of its ends only. */
  function copied(ties) {
    const copy = ties.cloneNode(true);
    for (const item of copy.children) {
      const elsewhere = item.querySelector(":scope > .proof");
      if (elsewhere) elsewhere.replaceWith(document.getElementById(elsewhere.hash.slice(1)).querySelector("details").cloneNode(true));
    }
    for (const element of copy.querySelectorAll("[id]")) element.removeAttribute("id");
    copy.removeAttribute("id");
    return copy;
  }

  function made(tag, text, name) {
    const element = document.createElement(tag);
    if (text) element.textContent = text;
    if (name) element.className = name;
    return element;
  }

  return { show };
})();
