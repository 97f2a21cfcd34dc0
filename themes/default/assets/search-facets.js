// The facets of the search page: in which catalogues and sections the hits stand, each a link to those alone.
window.errbookFacets = (nav, state, answer, addressOf) => {
  "use strict";
  const { hits, total } = answer;
  const { words } = errbookView;
  const most = 30; // choices of a group
  const page = nav.closest("[data-search-page]");
  const piece = (name) => page.querySelector(`template[data-tpl="${name}"]`).content.cloneNode(true);
  const known = piece("places");
  const catalogs = new Map([...known.querySelectorAll("[data-catalog]")].map((el) => [el.dataset.catalog, el.textContent]));
  const sections = [...known.querySelectorAll("[data-section]")];

  // count gives the places of a list of hits, those with most hits first.
  function count(list, placeOf) {
    const places = new Map();
    for (const hit of list) {
      const place = placeOf(hit);
      const key = JSON.stringify([place.catalog, place.section]);
      if (!places.has(key)) places.set(key, { ...place, count: 0 });
      places.get(key).count++;
    }
    return [...places.values()].sort((a, b) => b.count - a.count);
  }

  // around is the title of the section around a place, where that is needed to tell it from another of the same title.
  function around(place, among) {
    if (!among.some((other) => other !== place && other.title === place.title)) return "";
    return sections.find((el) => el.dataset.of === place.catalog && el.dataset.section === place.section)?.dataset.parent || "";
  }

  function row(title, number, address, current, parent = "") {
    const out = piece("facet");
    const link = out.querySelector("a");
    link.href = address;
    if (title) out.querySelector("bdi").textContent = title;
    if (parent) out.querySelector("bdi").append(" ", Object.assign(document.createElement("small"), { textContent: parent }));
    const shown = out.querySelector(".count");
    if (number) shown.textContent = number;
    else shown.remove();
    if (current) link.setAttribute("aria-current", "true");
    return out;
  }

  const whole = total <= hits.length; // else nobody has counted those that are not shown
  const within = hits.filter((hit) => !state.catalog || hit.catalog === state.catalog);
  const byCatalog = count(hits, ({ catalog }) => ({ catalog, title: catalogs.get(catalog) || catalog }));
  const bySection = count(within.filter((hit) => hit.section_id), (hit) => ({ catalog: hit.catalog, section: hit.section_id, title: hit.section }));
  const groups = [];
  const q = state.q;
  if (byCatalog.length > 1 || (state.catalog && catalogs.size > 1)) {
    groups.push(["catalog", row("", total, addressOf({ q }), !state.catalog),
      ...byCatalog.slice(0, most).map((p) => row(p.title, whole && p.count, addressOf({ q, catalog: p.catalog }), p.catalog === state.catalog))]);
  }
  if (bySection.length > 1 || state.section) {
    const only = catalogs.size === 1; // then the catalogue goes without saying
    groups.push(["section", row("", state.catalog ? whole && within.length : total, addressOf({ q, catalog: state.catalog }), !state.section),
      ...bySection.slice(0, most).map((p) => row(p.title, whole && p.count, addressOf({ q, catalog: only ? "" : p.catalog, section: p.section }),
        p.section === state.section && (!state.catalog || p.catalog === state.catalog), around(p, bySection)))]);
  }
  const open = nav.querySelector("details")?.open || Boolean(state.catalog || state.section);
  nav.replaceChildren();
  if (!groups.length) return;
  nav.append(piece("facets"));
  nav.querySelector("details").open = open;
  for (const [name, ...rows] of groups) nav.querySelector(`[data-group="${name}"] ul`).append(...rows);
  for (const group of nav.querySelectorAll("[data-group]")) if (!group.querySelector("li")) group.remove();
};
