// The codes of the site and what they mean, for the reading of tickets in the browser: from the files below search/ that the
// search without a server reads too (see search.Static in Go). A part of ticket-worker.js.
(() => {
  "use strict";

  const maxAtOnce = 6; // files that are read at the same time
  const format = 1;

  class Site {
    // open reads the codes. root is the address of the site's root.
    static async open(root) {
      const site = new Site(root);
      site.index = await site.file("search/index.json");
      if (site.index.format !== format) throw new Error("search/index.json is of another version");
      const { catalogs, shards } = site.index;
      site.codes = shards ? await site.allCodes(shards) : site.index.codes || [];
      site.set = errbookCodes.makeSet(site.codes.map((code) => ({
        catalog: catalogs[code.c || 0], text: code.t, range: Boolean(code.b), lo: code.b ? code.b[0] : 0, hi: code.b ? code.b[1] : 0,
        number: Boolean(code.n), aliases: code.a || [],
      })));
      const times = new Map();
      for (const { t } of site.codes) times.set(t, (times.get(t) || 0) + 1);
      site.times = times;
      return site;
    }

    constructor(root) {
      this.root = root;
      this.files = new Map();
    }

    // file gives a file's JSON, reading it once; one that cannot be read now is tried again the next time.
    file(path) {
      if (!this.files.has(path)) {
        const answer = fetch(new URL(path, this.root), { headers: { Accept: "application/json" } }).then((response) => {
          if (!response.ok) throw new Error(`${path}: ${response.status}`);
          return response.json();
        });
        answer.catch(() => this.files.delete(path));
        this.files.set(path, answer);
      }
      return this.files.get(path);
    }

    // allCodes reads all codes of a large site, in the order of their numbers.
    async allCodes(shards) {
      const lists = await inTurn(shards.codes.map((_, n) => () => this.file(`search/codes/${n}.json`)));
      const codes = new Map((shards.ranges || []).concat(...lists).map((code) => [code.i || 0, code]));
      return [...codes.keys()].sort((a, b) => a - b).map((doc) => codes.get(doc));
    }

    // paths gives the path of a code's page below a language, and of its permanent link.
    paths(i) {
      const code = this.codes[i];
      const catalog = this.index.catalogs[code.c || 0];
      const page = code.u || `${catalog}/${code.t}/`;
      const bare = page.replace(/\/$/, "");
      return { page, short: `c/${this.times.get(code.t) > 1 ? bare : bare.slice(bare.indexOf("/") + 1)}` };
    }

    // titles gives what codes mean in a language, or else in those it falls back to: {title, lang} each.
    async titles(lang, list) {
      if (this.index.shards) return inTurn(list.map((i) => () => this.titleOf(lang, i)));
      const known = this.index.languages.find((l) => l.tag === lang) || this.index.languages[0];
      const others = this.index.languages.map((l) => l.tag);
      const found = list.map(() => null);
      for (const tag of new Set([known.tag, ...(known.fallback || []), ...others])) {
        if (!found.includes(null)) break;
        const { texts } = await this.file(`search/${tag}.json`);
        list.forEach((i, n) => {
          const t = texts[i];
          const title = t ? (t.l ? t.b.slice(0, t.l) : t.t || "") : "";
          if (title !== "") found[n] ??= { title, lang: tag };
        });
      }
      return found.map((t) => t || { title: "", lang });
    }

    // titleOf reads what a code of a large site means from its own file.
    async titleOf(lang, i) {
      const code = this.codes[i];
      const data = await this.file(code.d || `c/${this.index.catalogs[code.c || 0]}/${code.t}.json`);
      const own = data.languages[lang] || data.languages[data.source];
      return { title: own.title, lang: own.text };
    }
  }

  // inTurn runs functions that promise something, a few at a time, and promises their results in order.
  async function inTurn(list) {
    const results = [];
    let next = 0;
    const run = async () => {
      while (next < list.length) {
        const n = next++;
        results[n] = await list[n]();
      }
    };
    await Promise.all(Array.from({ length: maxAtOnce }, run));
    return results;
  }

  globalThis.errbookTicketSite = { open: Site.open };
})();
