// The lines of a script, in one column or side by side.

/** Class and text in turn, or text alone. */
function piecesOf(line) {
  if (typeof line === "string") return [["", line]];
  const pieces = [];
  for (let index = 0; index < line.length; index += 2) pieces.push([line[index], line[index + 1]]);
  return pieces;
}

function code(line, kind = "") {
  const cell = make("td", { class: `code ${kind}` });
  for (const [kindOfText, text] of piecesOf(line)) {
    if (kindOfText === "") {
      cell.append(text);
    } else {
      const isMarked = kindOfText.endsWith("!");
      const name = isMarked ? kindOfText.slice(0, -1) : kindOfText;
      cell.append(make("span", { class: `${name}${isMarked ? " mark" : ""}`, title: name === "x" ? "Looks like a secret and is not shown" : null }, text));
    }
  }
  return cell;
}

const number = (value, kind = "") => make("td", { class: `no ${kind}`, "data-no": value ?? "" });
const sign = (text, kind = "") => make("td", { class: `sign ${kind}` }, text);

/** Walks the rows with their numbers, and notes the cells of each. A table for each stretch between two sends. */
function views(file, columns, layOut) {
  const { rows, places } = detail(file);
  const width = columns.length;
  const result = [];
  let table = null;
  let [oldLine, newLine] = [1, 1];
  let hidden = [];
  const add = (...elements) => {
    if (!table) {
      table = make("table", { class: layOut.name, "aria-label": `Lines of ${file.path}` },
        make("colgroup", {}, ...columns.map((name) => make("col", { class: name }))), make("tbody"));
      result.push(table);
    }
    table.tBodies[0].append(...elements);
  };
  const flush = () => {
    if (hidden.length === 0) return;
    const lines = hidden;
    hidden = [];
    const gap = make("tr", { class: "gap" });
    const open = () => gap.replaceWith(...lines);
    gap.append(make("td", { colspan: width }, make("button", { type: "button", onclick: open }, `Show ${plural(lines.length, "more line")}`)));
    add(gap);
  };
  for (let index = 0; index < rows.length;) {
    for (let place = places.indexOf(index); place >= 0; place = places.indexOf(index, place + 1)) {
      flush();
      table = null;
      result.push(card(file.sends[place]));
    }
    const [kind, value] = rows[index];
    if (kind <= 1) {
      const row = layOut.unchanged(value, oldLine, newLine);
      file.lines[index] = { row, cells: [...row.cells], now: row.cells[layOut.now] };
      if (kind === 0) {
        flush();
        add(row);
      } else {
        hidden.push(row);
      }
      [oldLine, newLine, index] = [oldLine + 1, newLine + 1, index + 1];
    } else if (kind <= 3) {
      flush();
      let stop = index + 1;
      while (stop < rows.length && [2, 3, 5].includes(rows[stop][0]) && !places.includes(stop)) stop += 1;
      const changed = rows.slice(index, stop);
      add(...layOut.changed(changed, oldLine, newLine, index));
      oldLine += changed.filter((row) => row[0] === 2).length;
      newLine += changed.filter((row) => row[0] === 3).length;
      index = stop;
    } else {
      flush();
      if (kind === 4) {
        file.lines[index] = { count: value };
        add(make("tr", { class: "gap" }, make("td", { colspan: width }, `${plural(value, "line")} further on`)));
        [oldLine, newLine] = [oldLine + value, newLine + value];
      } else {
        add(end());
      }
      index += 1;
    }
  }
  flush();
  places.forEach((place, position) => {
    if (place >= rows.length) result.push(card(file.sends[position]));
  });
  return result;
}

const end = () => make("tr", { class: "end" }, make("td", { colspan: 3 }), make("td", { class: "code" }, "no line end"));

const unified = {
  name: "unified", now: 1, columns: ["no", "no", "sign", "code"],
  unchanged: (line, old, now) => make("tr", {}, number(old), number(now), sign(""), code(line)),
  removed: (line, old) => make("tr", {}, number(old, "removed"), number(null, "removed"), sign("−", "removed"), code(line, "removed")),
  added: (line, now) => make("tr", {}, number(null, "added"), number(now, "added"), sign("+", "added"), code(line, "added")),
};

function unifiedView(file) {
  const changed = (rows, old, now, first) => rows.map(([kind, line], place) => {
    const row = kind === 5 ? end() : kind === 2 ? unified.removed(line, old++) : unified.added(line, now++);
    file.lines[first + place] = { row, cells: [...row.cells], now: kind === 5 ? null : row.cells[unified.now] };
    return row;
  });
  return views(file, unified.columns, { ...unified, changed });
}

const split = {
  name: "split", now: 2, columns: ["no", "code", "no", "code"],
  unchanged: (line, old, now) => make("tr", {}, number(old), code(line), number(now), code(line)),
  removed: (line, old) => [number(old, "removed"), code(line, "removed")],
  added: (line, now) => make("tr", {}, number(null, "blank"), code("", "blank"), number(now, "added"), code(line, "added")),
};

function splitView(file) {
  const changed = (rows, old, now, first) => {
    const result = [];
    for (let start = 0; start < rows.length;) {
      // What was removed and what came in its place stand beside each other.
      const run = (kind) => {
        const from = start;
        while (start < rows.length && rows[start][0] === kind) start += 1;
        return [rows.slice(from, start), first + from];
      };
      const [[removed, removedPlace], [added, addedPlace]] = [run(2), run(3)];
      for (let index = 0; index < Math.max(removed.length, added.length); index += 1) {
        const row = added[index] ? split.added(added[index][1], now++) : make("tr", {}, number(null, "blank"), code("", "blank"), number(null, "blank"), code("", "blank"));
        if (removed[index]) {
          [...row.cells].slice(0, 2).forEach((cell) => cell.remove());
          row.prepend(...split.removed(removed[index][1], old++));
          file.lines[removedPlace + index] = { row, cells: [row.cells[0], row.cells[1]], now: null };
        }
        if (added[index]) file.lines[addedPlace + index] = { row, cells: [row.cells[2], row.cells[3]], now: row.cells[split.now] };
        result.push(row);
      }
      if (start < rows.length && rows[start][0] === 5) {
        const row = end();
        file.lines[first + start] = { row, cells: [...row.cells], now: null };
        result.push(row);
        start += 1;
      }
    }
    return result;
  };
  return views(file, split.columns, { ...split, changed });
}
