// Which lines of a ticket are shown, and in which pieces: those near its codes, a page of them at a time, so that the longest
// log makes a short page. errbookTicketView(text, codes) gives {rows, places, pages, page(n), pageOf(place)}.
//
// A line that is very long counts as several. All offsets are in UTF-16 units.
(() => {
  "use strict";

  const maxPiece = 400; // of a line
  const maxWhole = 100; // lines of a text that is shown whole
  const around = 2; // lines before and behind one with a code
  const perPage = 100; // lines

  // placesOf merges the places of all codes; at one of several catalogues the first counts. rows[r] lists the places of code r.
  function placesOf(codes) {
    const all = codes.flatMap((c, row) => c.units.map(([from, to]) => ({ from, to, row })));
    all.sort((a, b) => a.from - b.from || a.row - b.row);
    const places = [];
    const rows = codes.map(() => []);
    for (const p of all) {
      const last = places[places.length - 1];
      if (!last || p.from >= last.to) places.push(p);
      rows[p.row].push(places.length - 1);
    }
    return { places, rows };
  }

  // Lines are where the pieces of a text begin, and the numbers of their lines.
  class Lines {
    constructor(text, places) {
      this.starts = new Uint32Array(1024);
      this.numbers = new Uint32Array(1024);
      this.length = 0;
      let number = 1;
      let place = 0;
      for (let from = 0; from < text.length;) {
        this.push(from, number);
        let end = from + maxPiece;
        const feed = text.slice(from, end).indexOf("\n");
        if (feed >= 0) {
          from += feed + 1;
          number++;
          continue;
        }
        while (place < places.length && places[place].to <= end) place++;
        if (place < places.length && places[place].from < end) end = places[place].from > from ? places[place].from : places[place].to;
        if ((text.charCodeAt(end) & 0xfc00) === 0xdc00) end--;
        from = end;
      }
    }

    push(start, number) {
      if (this.length === this.starts.length) {
        this.starts = grown(this.starts);
        this.numbers = grown(this.numbers);
      }
      this.starts[this.length] = start;
      this.numbers[this.length++] = number;
    }

    // at gives the piece in which an offset lies.
    at(offset) {
      let low = 0;
      let high = this.length - 1;
      while (low < high) {
        const mid = (low + high + 1) >> 1;
        if (this.starts[mid] <= offset) low = mid;
        else high = mid - 1;
      }
      return low;
    }
  }

  function grown(array) {
    const more = new Uint32Array(2 * array.length);
    more.set(array);
    return more;
  }

  class View {
    constructor(text, codes) {
      this.text = text;
      Object.assign(this, placesOf(codes));
      this.lines = new Lines(text, this.places);
      this.shown = this.choose(); // numbers of pieces
      this.pages = Math.ceil(this.shown.length / perPage);
    }

    choose() {
      const { length } = this.lines;
      if (this.places.length === 0) return [];
      if (length <= maxWhole) return Array.from({ length }, (_, i) => i);
      const shown = [];
      let next = 0;
      for (const place of this.places) {
        const at = this.lines.at(place.from);
        for (next = Math.max(next, at - around); next <= Math.min(length - 1, at + around); next++) shown.push(next);
      }
      return shown;
    }

    pageOf(place) {
      const at = this.lines.at(this.places[place].from);
      let low = 0;
      let high = this.shown.length - 1;
      while (low < high) {
        const mid = (low + high) >> 1;
        if (this.shown[mid] < at) low = mid + 1;
        else high = mid;
      }
      return Math.floor(low / perPage);
    }

    // page lists what stands on a page: {gap}, a number of lines that are left out, or {number, parts}; number is 0 where a
    // line goes on. The parts are strings, and {text, row, place} for the places of codes.
    page(n) {
      const { numbers } = this.lines;
      const list = [];
      let last = n > 0 ? this.shown[n * perPage - 1] : -1;
      for (const at of this.shown.slice(n * perPage, (n + 1) * perPage)) {
        const gap = last < 0 ? numbers[at] - 1 : numbers[at] - numbers[last] - 1;
        if (gap > 0) list.push({ gap });
        list.push({ number: at > 0 && numbers[at] === numbers[at - 1] && last === at - 1 ? 0 : numbers[at], parts: this.parts(at) });
        last = at;
      }
      return list;
    }

    parts(at) {
      const { starts, length } = this.lines;
      const to = at + 1 < length ? starts[at + 1] : this.text.length;
      const list = [];
      let from = starts[at];
      for (let k = this.firstPlace(from); k < this.places.length && this.places[k].from < to; k++) {
        const p = this.places[k];
        if (p.from > from) list.push(this.text.slice(from, p.from));
        list.push({ text: this.text.slice(p.from, p.to), row: p.row, place: k });
        from = p.to;
      }
      const rest = this.text.slice(from, to).replace(/\r?\n$/, "");
      if (rest !== "") list.push(rest);
      return list;
    }

    firstPlace(from) {
      let low = 0;
      let high = this.places.length;
      while (low < high) {
        const mid = (low + high) >> 1;
        if (this.places[mid].from < from) low = mid + 1;
        else high = mid;
      }
      return low;
    }
  }

  globalThis.errbookTicketView = (text, codes) => new View(text, codes);
})();
