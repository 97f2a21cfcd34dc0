// Reads tickets beside the page, in a worker, so that the page goes on while a long log is read. It asks for nothing but files
// of the site, and sends nothing of a ticket anywhere. Every message {id, kind, …} has one answer, {id, result} or {id, error}:
//
//   open {root, lang}            reads the site's codes, and of a small site what they mean: {languages}
//   read {text or bytes, lang}   {codes, unknown, encoding, places, pages}, or {binary: true}; "stale" where another read came
//   titles {lang}                what the codes that were read mean: [{title, lang}]
//   page {page}                  the lines of a page of the text (see ticket-view.js)
//   place {place}                the same of the page with a place: {page, lines}
//   next {row, place, step}      the place of a code behind or before a place, round the end of the text; row -1 is any code
(() => {
  "use strict";

  const codesParts = "text normal number cue mask masktime spelling nearest reason finding scannumber scanword scan resolve set files";
  const ticketParts = "words line columns place read site decode view";
  importScripts(...codesParts.split(" ").map((part) => `codes-${part}.js`), "codes.js",
    ...ticketParts.split(" ").map((part) => `ticket-${part}.js`));

  const maxTitles = 1000; // codes whose meaning is told
  const turn = 40; // milliseconds of reading before messages are looked at

  let site = null;
  let current = null; // what was read last: {codes, view}
  let reads = 0;

  const pause = () => new Promise((resolve) => { setTimeout(resolve); });

  async function readText(text, mine) {
    const reader = errbookTicket.reader(site.set);
    let since = performance.now();
    for (const [from, to] of errbookTicket.lines(text)) {
      reader.line(text.slice(from, to));
      if (performance.now() - since < turn) continue;
      await pause();
      if (mine !== reads) throw new Error("stale");
      since = performance.now();
    }
    return reader.reading();
  }

  async function read({ text, bytes, lang }) {
    const mine = ++reads;
    let encoding = "";
    if (bytes) ({ text, encoding } = errbookTicketDecode(new Uint8Array(bytes)));
    if (text === null) return { binary: true };
    const { codes, unknown } = await readText(text, mine);
    current = { codes, view: errbookTicketView(text, codes) };
    const rows = codes.map((c, row) => ({
      catalog: site.set.at(c.index).catalog, code: site.set.at(c.index).text, count: c.count, retired: Boolean(site.codes[c.index].r),
      ...site.paths(c.index),
      place: current.view.rows[row][0],
    }));
    const titles = await titlesOf({ lang });
    if (mine !== reads) throw new Error("stale");
    return { codes: rows, titles, unknown, encoding, places: current.view.places.length, pages: current.view.pages };
  }

  const titlesOf = ({ lang }) => site.titles(lang, current.codes.slice(0, maxTitles).map((c) => c.index));

  const pageAt = ({ page }) => ({ page, lines: current.view.page(page) });

  // next is the place of a code behind a place, or with a negative step before it.
  function next({ row, place, step }) {
    const list = row < 0 ? null : current.view.rows[row];
    const count = list ? list.length : current.view.places.length;
    const at = (k) => (list ? list[k] : k);
    let k = 0;
    if (step > 0) while (k < count && at(k) <= place) k++;
    else for (k = count - 1; k >= 0 && at(k) >= place;) k--;
    return { place: at((k + count) % count), number: ((k + count) % count) + 1, count };
  }

  const kinds = {
    open: async ({ root, lang }) => {
      site = await errbookTicketSite.open(root);
      if (!site.index.shards) await site.titles(lang, site.codes.map((_, i) => i));
      return { languages: site.index.languages.map((l) => l.tag) };
    },
    read,
    titles: titlesOf,
    page: pageAt,
    place: ({ place }) => pageAt({ page: current.view.pageOf(place) }),
    next,
  };

  onmessage = async ({ data }) => {
    try {
      postMessage({ id: data.id, result: await kinds[data.kind](data) });
    } catch (error) {
      postMessage({ id: data.id, error: String(error.message || error) });
    }
  };
})();
