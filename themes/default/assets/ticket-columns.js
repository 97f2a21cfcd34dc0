// The columns of tables in a ticket, of which one may hold codes: as columns.go of package search/ticket, in byte strings (see
// codes.js). A part of ticket-read.js.
(() => {
  "use strict";
  const { fromBytes, isDense, toBytes, trim } = globalThis.errbookCodesParts.text;
  const parts = globalThis.errbookTicketParts;
  const { trimLeft, trimRight } = parts.line;

  const maxHead = 1000; // bytes of a line that may be the head of a table
  const maxLabel = 40; // bytes of a column's head
  const maxCues = 1000; // labels that are remembered
  const minColumns = 3; // of lines of separated values; fewer are as likely prose

  const noRow = { ends: [], codes: [] };

  // Columns knows the head of the table that the text is in, if any.
  class Columns {
    constructor(set) {
      this.set = set;
      this.separator = "";
      this.codes = null; // of each column
      this.held = null; // of a Markdown table whose second line is still to come
      this.cues = new Map(); // labels that were looked at
    }

    // next takes the next line and returns where its columns end, and which of them hold codes. A line with another number of
    // columns ends a table.
    next(line) {
      line = trimRight(line, lineEnds);
      const border = isBorder(line);
      if (this.codes) {
        if (border && this.separator === "|") return noRow;
        const ends = cut(line, this.separator);
        if (ends.length === this.codes.length) return { ends, codes: this.codes };
        this.codes = null;
      }
      if (this.held) return this.second(line, border);
      this.head(line);
      return noRow;
    }

    // second takes the line behind the head of a table with bars: a rule, or in a table without one the first row.
    second(line, border) {
      const { held } = this;
      this.held = null;
      const ends = cut(line, "|");
      if (!border && ends.length !== held.length) return noRow;
      this.codes = held;
      this.separator = "|";
      return border || isRule(line) ? noRow : { ends, codes: held };
    }

    // head looks whether a line is the head of a table in which a column is named by a cue.
    head(line) {
      if (line.length > maxHead || /[0-9{}=:<>]/.test(line)) return;
      for (const separator of "|\t,;") {
        const ends = cut(line, separator);
        if (ends.length < minColumns) continue;
        let from = 0;
        const named = ends.map((end) => {
          const label = line.slice(from, end);
          from = end;
          return this.isCue(closed(trimLeft(trimRight(label, edges), edges)));
        });
        if (!named.includes(true)) return;
        if (separator === "|") {
          this.held = named;
        } else {
          this.codes = named;
          this.separator = separator;
        }
        return;
      }
    }

    // isCue tells whether a number beside a column's head would have a cue.
    isCue(label) {
      if (label === "" || label.length > maxLabel) return false;
      const known = this.cues.get(label);
      if (known !== undefined) return known;
      const { found, unknown } = this.set.find(`${fromBytes(label)}: 987654321`);
      const cue = Boolean((unknown[0] && unknown[0].cued) || (found[0] && found[0].cued));
      if (this.cues.size === maxCues) this.cues.clear();
      this.cues.set(label, cue);
      return cue;
    }
  }

  const lineEnds = ["\r", "\n"];
  const edges = [..." \t\"'|,;*`"];

  // columnAt returns what stands in the column at a byte of the line: "code", "other", or "" where there is no table.
  function columnAt(row, i) {
    const n = row.ends.findIndex((end) => i < end);
    return n < 0 ? "" : row.codes[n] ? "code" : "other";
  }

  // cut returns where the columns of a line end. Separators between quotes part nothing, nor does one at the edge of a row of
  // a Markdown table.
  function cut(line, separator) {
    const ends = [];
    let quoted = false;
    let i = 0;
    if (separator === "|") while (i < line.length && " \t|".includes(line[i])) i++;
    for (; i < line.length; i++) {
      if (line[i] === "\"" && separator !== "|") quoted = !quoted;
      else if (line[i] === separator && !quoted) ends.push(i);
    }
    if (separator === "|" && ends.length > 0 && trim(line.slice(ends[ends.length - 1] + 1)) === "") return ends;
    ends.push(line.length);
    return ends;
  }

  // isRule tells whether a line is the second one of a Markdown table: | --- | :-: |.
  const isRule = (line) => line.includes("-") && /^[|\-: \t]*$/.test(line);

  // isBorder tells whether a line is one that tools draw around a table: +------+-----+.
  const isBorder = (line) => line.includes("+-") && /^[-+=| \t]*$/.test(line);

  // closed is a label without the spaces that stand between its letters where a script has none: "コ ー ド".
  function closed(label) {
    const text = fromBytes(label);
    if (!/[ \u3000]/.test(text)) return label;
    const letters = text.replace(/\p{White_Space}/gu, "");
    return [...letters].every((ch) => isDense(ch.codePointAt(0))) ? toBytes(letters) : label;
  }

  parts.columns = { Columns, columnAt };
})();
