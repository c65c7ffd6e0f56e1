// The lines as they come out by what is decided: what is undecided is shown as if it were accepted.

/** Brings the lines of a script in line with the decisions. */
function showLines(file) {
  if (!file.lines || !file.detail) return;
  const { rows, blocks } = file.detail;
  const isMade = (places) => places.some((place) => file.open[place].decision !== false);
  for (const line of file.extra) line.row.remove();
  file.extra = [];
  for (const [first, end, sends, parts] of blocks) {
    const made = new Set((sends ? [sends] : parts.map(([, , own]) => own).filter(Boolean)).map(isMade));
    if (made.size === 1) {
      for (let index = first; index < end; index += 1) {
        const kind = rows[index][0];
        if (kind !== 5) showRow(file, index, kind < 2 || made.has(true) === (kind === 3));
      }
    } else {
      showMixed(file, first, end, composed(parts, isMade));
    }
  }
  showNumbers(file);
}

/** Whether a line is in the result: a line that would be added is struck out where it is not, one that would be removed stays where it is. */
function showRow(file, index, isThere) {
  const { rows } = file.detail;
  const kind = rows[index][0];
  file.lines[index].isThere = isThere;
  const end = rows[index + 1]?.[0] === 5 ? file.lines[index + 1].cells : [];
  for (const cell of [...file.lines[index].cells, ...end]) {
    if (kind < 2) cell.classList.toggle("removed", !isThere);
    else cell.classList.toggle("off", isThere === (kind === 2));
  }
}

/** Lines that come out otherwise than where all is accepted or all is rejected: those that are not there yet are put in. */
function showMixed(file, first, end, lines) {
  const { rows } = file.detail;
  const places = [];
  for (let index = first; index < end; index += 1) if (rows[index][0] !== 5) places.push(index);
  const endsOpen = (index) => index + 1 < end && rows[index + 1][0] === 5;
  const shown = places.map((index) => textOf(piecesOf(rows[index][1]), endsOpen(index)));
  const matches = common(lines.map((line) => line.text), shown);
  const isThere = new Set(matches.filter((place) => place !== null).map((place) => places[place]));
  for (const index of places) showRow(file, index, isThere.has(index));
  const last = file.lines[end - 1].row;
  lines.forEach((line, number) => {
    if (matches[number] !== null) return;
    const next = matches.slice(number).find((place) => place !== null);
    const row = (view === "split" ? split : unified).added(line.pieces.flat(), null);
    const before = next === undefined ? end : places[next];
    if (next === undefined) (file.extra.findLast((one) => one.before === end)?.row ?? last).after(row);
    else file.lines[before].row.before(row);
    file.extra.push({ row, now: row.cells[(view === "split" ? split : unified).now], before });
  });
}

/** The lines that parts come to, as they are made or not: each part begins on the line that the one before ends on. */
function composed(parts, isMade) {
  const lines = [[]];
  for (const [old, now, sends] of parts) {
    (sends && isMade(sends) ? now : old).forEach((line, number) => {
      if (number > 0) lines.push([]);
      lines.at(-1).push(...piecesOf(line));
    });
  }
  const isOpen = lines.at(-1).some(([, text]) => text !== "");
  if (!isOpen) lines.pop();
  return lines.map((pieces, number) => ({ pieces, text: textOf(pieces, isOpen && number === lines.length - 1) }));
}

/** A line to compare by; one without a line end is another. */
const textOf = (pieces, isOpen) => pieces.map(([, text]) => text).join("") + (isOpen ? "" : "\n");

/** For each of some lines the place of the same line among others, or null: as many as can be had in order. */
function common(lines, others) {
  const width = others.length + 1;
  // Nobody reads a block of that many lines; all of its lines are shown anew.
  if (lines.length * width > 4_000_000) return lines.map(() => null);
  const lengths = new Uint16Array((lines.length + 1) * width);
  for (let one = lines.length - 1; one >= 0; one -= 1) {
    for (let other = others.length - 1; other >= 0; other -= 1) {
      lengths[one * width + other] = lines[one] === others[other]
        ? lengths[(one + 1) * width + other + 1] + 1
        : Math.max(lengths[(one + 1) * width + other], lengths[one * width + other + 1]);
    }
  }
  let other = 0;
  return lines.map((line, one) => {
    while (other < others.length && lengths[one * width + other] === lengths[one * width + other + 1]) other += 1;
    return other < others.length && line === others[other] && lengths[one * width + other] === lengths[(one + 1) * width + other + 1] + 1 ? other++ : null;
  });
}

/** The numbers of the lines as they will be. */
function showNumbers(file) {
  const extra = Map.groupBy(file.extra, (line) => line.before);
  let number = 1;
  const count = (cell, isThere) => {
    if (cell) cell.dataset.no = isThere ? number : "";
    if (isThere) number += 1;
  };
  for (let index = 0; index <= file.detail.rows.length; index += 1) {
    for (const line of extra.get(index) ?? []) count(line.now, true);
    const line = file.lines[index];
    if (!line) continue;
    if (line.count) number += line.count;
    else if (file.detail.rows[index][0] !== 5) count(line.now, line.isThere ?? true);
  }
}
